// Rules that a schedule breaks, in words.
export type Rule =
  | ('unknown-talk' | 'unknown-place' | 'unknown-session' | 'unknown-moderator' | 'unknown-pin' | 'twice')
  | ('outside' | 'barred' | 'taken' | 'hole' | 'speaker' | 'country' | 'pin-missing' | 'no-slot')
  | ('not-interpreted' | 'booths' | 'teams')
  | (
      | 'moderator-away'
      | 'moderator-twice'
      | 'moderator-often'
      | 'moderator-country'
      | 'moderator-pin'
      | 'moderator-empty'
      | 'moderator-speaks'
    )
  | ('cost-differs' | 'bound-above');
/** Words for a rule that is broken; ids stand in `of`. */
export type Broken = { rule: Rule; of: string[]; message: string };

export const said = (rule: Rule, of: string[], message: string): Broken => ({ rule, of, message });
