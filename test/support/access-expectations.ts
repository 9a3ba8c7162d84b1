// Who may do what, said once more and by hand: whom each route lets in, and for whom it is as if nothing were there.

/**
 * Names of actors with spaces between them. `hidden` get 404. Everybody else who is signed in has the wrong role (403); who is
 * not is asked to sign in (401).
 */
type Row = { may: string; hidden?: string };

const desk = 'focalPoint screener approver';
const deskAbroad = 'focalPointAbroad screenerAbroad approverAbroad';
const applicants = 'applicant otherApplicant applicantAbroad';
const endorsers = 'endorser endorserAbroad';
const judgesHere = 'judge conflictedJudge otherJudge chair conflictedDeputy otherChair';
const judges = `${judgesHere} judgeElsewhere`;
const elsewhere = 'otherSecretariat otherAuditor';
const parts = 'contact otherContact presenter otherPresenter staff otherStaff host moderator delegate';
const office: Row = { may: 'secretariat auditor', hidden: elsewhere };
const secretariat: Row = { may: 'secretariat', hidden: 'otherSecretariat' };
const anybody: Row = {
  may: `administrator secretariat auditor ${elsewhere} ${desk} ${deskAbroad} ${applicants} ${endorsers} ${judges} ${parts}`,
};
const inTheCycle: Row = {
  may: `administrator standby secretariat auditor ${desk} ${deskAbroad} ${applicants} ${endorsers} ${judgesHere}`,
  hidden: `${elsewhere} judgeElsewhere`,
};
const everybody: Row = { may: `nobody roleless nominee referee participant otherParticipant ${anybody.may}` };
const approver: Row = { may: 'approver', hidden: 'approverAbroad' };
const panelMakers: Row = { may: 'secretariat focalPoint', hidden: 'otherSecretariat focalPointAbroad' };
const members: Row = { may: 'administrator secretariat focalPoint', hidden: 'otherSecretariat focalPointAbroad' };
const editors: Row = { may: 'applicant', hidden: 'otherApplicant applicantAbroad focalPoint focalPointAbroad' };
const nominators: Row = {
  may: `secretariat auditor ${desk} applicant`,
  hidden: `${elsewhere} ${deskAbroad} otherApplicant applicantAbroad`,
};
const uploaders: Row = {
  may: 'applicant',
  hidden: `secretariat otherSecretariat focalPoint approver focalPointAbroad approverAbroad otherApplicant applicantAbroad ${endorsers} chair conflictedDeputy otherChair referee contact otherContact presenter otherPresenter staff otherStaff host delegate`,
};
const ownJudge: Row = {
  may: 'judge conflictedJudge',
  hidden: 'otherJudge chair conflictedDeputy otherChair judgeElsewhere',
};
const said: Row = { may: `${ownJudge.may} ${panelMakers.may}`, hidden: `${ownJudge.hidden} ${panelMakers.hidden}` };
const judgeAndDesk: Row = { may: `${said.may} auditor`, hidden: `${said.hidden} otherAuditor` };
const ownersAndDesk: Row = {
  may: 'applicant focalPoint',
  hidden: 'otherApplicant applicantAbroad focalPointAbroad',
};
const judgeLists: Row = { may: 'secretariat auditor focalPoint focalPointAbroad', hidden: elsewhere };
const ownSheet: Row = {
  may: 'judge',
  hidden: 'conflictedJudge otherJudge chair conflictedDeputy otherChair judgeElsewhere',
};
const bookletReaders: Row = {
  may: 'judge chair',
  hidden: 'conflictedJudge conflictedDeputy otherJudge otherChair judgeElsewhere',
};
const leaders: Row = { may: 'chair', hidden: 'conflictedDeputy otherChair' };
const meeting: Row = { may: 'secretariat auditor chair', hidden: `${elsewhere} conflictedDeputy otherChair` };
const minutes: Row = {
  may: `${meeting.may} focalPoint approver`,
  hidden: `${meeting.hidden} focalPointAbroad approverAbroad`,
};
const atTheTable: Row = {
  may: 'chair judge',
  hidden: 'conflictedDeputy conflictedJudge otherChair otherJudge judgeElsewhere',
};
const contacts: Row = { may: 'contact focalPoint', hidden: 'otherContact focalPointAbroad' };
const forumMakers: Row = { may: 'secretariat staff host', hidden: 'otherSecretariat otherStaff' };
const forumReaders: Row = { may: 'secretariat staff host auditor', hidden: `${elsewhere} otherStaff` };
const presenters: Row = {
  may: 'presenter secretariat staff host',
  hidden: 'otherPresenter otherSecretariat otherStaff',
};
const delegationKeepers: Row = {
  may: 'secretariat focalPoint delegate staff',
  hidden: 'otherSecretariat focalPointAbroad otherStaff',
};
const delegationReaders: Row = {
  may: `${delegationKeepers.may} auditor`,
  hidden: `${delegationKeepers.hidden} otherAuditor`,
};
const dayReaders: Row = { may: 'secretariat staff host moderator auditor', hidden: `${elsewhere} otherStaff` };
const reportReaders: Row = {
  may: 'focalPoint approver delegate auditor',
  hidden: 'screener focalPointAbroad screenerAbroad approverAbroad otherAuditor',
};
const reportWriters: Row = { may: 'focalPoint delegate', hidden: 'focalPointAbroad' };
/** Nobody is named in the place of whoever approves for the country. */
const superiors: Row = {
  may: 'approver',
  hidden: 'focalPoint screener delegate focalPointAbroad screenerAbroad approverAbroad',
};
const reportPublishers: Row = { may: 'focalPoint approver', hidden: 'focalPointAbroad approverAbroad' };
const importers: Row = { may: 'secretariat focalPoint focalPointAbroad', hidden: 'otherSecretariat' };
const ofDesk: Row = { may: `secretariat auditor ${desk}`, hidden: `${elsewhere} ${deskAbroad}` };
const listed = { may: `secretariat auditor ${desk} ${deskAbroad} ${applicants}`, hidden: elsewhere };

const accessReaders: Row = {
  may: 'administrator secretariat auditor judge conflictedJudge chair conflictedDeputy',
  hidden: `${elsewhere} otherJudge otherChair judgeElsewhere`,
};
const accessAnswerers: Row = {
  may: 'administrator secretariat chair',
  hidden: 'otherSecretariat conflictedDeputy otherChair',
};

/** By method and path; a query or a remark in brackets makes a second case of a route. */
export const expectations: { [route: string]: Row } = {
  'get /definitions': anybody,
  'get /definitions/:award': anybody,
  'post /cycles': secretariat,
  'get /cycles': anybody,
  'get /links/me': everybody,
  'get /cycles/:cycleId': inTheCycle,
  'get /cycles/:cycleId/definition': inTheCycle,
  'post /cycles/preview': secretariat,
  'post /cycles/:cycleId/clone/preview': secretariat,
  'post /cycles/:cycleId/phases/:phase/move-deadline/preview': secretariat,
  'post /cycles/:cycleId/suspend/preview': secretariat,
  'post /cycles/:cycleId/resume/preview': secretariat,
  'post /cycles/:cycleId/cancel/preview': secretariat,
  'post /cycles/:cycleId/countries/:iso2/timetable/preview': { may: 'focalPoint', hidden: 'focalPointAbroad' },
  'post /cycles/:cycleId/countries/:iso2/dispensations/preview': secretariat,
  'post /cycles/:cycleId/phases/:phase/open': secretariat,
  'post /cycles/:cycleId/phases/:phase/close': secretariat,
  'post /cycles/:cycleId/phases/:phase/move-deadline': secretariat,
  'post /cycles/:cycleId/suspend': secretariat,
  'post /cycles/:cycleId/resume': secretariat,
  'post /cycles/:cycleId/cancel': secretariat,
  'post /cycles/:cycleId/archive': secretariat,
  'post /cycles/:cycleId/clone': secretariat,
  'get /cycles/:cycleId/endorsement': office,
  'get /cycles/:cycleId/endorsement/replies': office,
  // Nothing is circulated here: to the endorsers it is as if there were no note.
  'get /cycles/:cycleId/endorsement/note': { may: 'secretariat auditor', hidden: `${elsewhere} ${endorsers}` },
  'get /cycles/:cycleId/endorsement/note/pdf': { may: 'secretariat auditor', hidden: `${elsewhere} ${endorsers}` },
  'get /cycles/:cycleId/endorsement/note/docx': { may: 'secretariat auditor', hidden: `${elsewhere} ${endorsers}` },
  'get /cycles/:cycleId/endorsement/notes/:fingerprint': office,
  'post /cycles/:cycleId/endorsement/withdraw-objection': { may: 'endorser', hidden: 'endorserAbroad' },
  'post /cycles/:cycleId/endorsement/request': secretariat,
  'post /cycles/:cycleId/endorsement/endorse': {
    may: 'endorser secretariat',
    hidden: 'endorserAbroad otherSecretariat',
  },
  'post /cycles/:cycleId/endorsement/object': {
    may: 'endorser secretariat',
    hidden: 'endorserAbroad otherSecretariat',
  },
  'post /cycles/:cycleId/endorsement/settle-objection': secretariat,
  'post /cycles/:cycleId/endorsement/conclude': secretariat,
  'get /cycles/:cycleId/announcement': office,
  'post /cycles/:cycleId/announcement/plan': secretariat,
  'post /cycles/:cycleId/announcement/:stage/publish': secretariat,
  'post /cycles/:cycleId/announcement/:stage/correct': secretariat,
  'get /cycles/:cycleId/countries/:iso2/history': ofDesk,
  'get /cycles/:cycleId/judges/:judgeId/history': {
    may: `${ownJudge.may} ${office.may} focalPoint`,
    hidden: `${ownJudge.hidden} ${office.hidden} focalPointAbroad`,
  },
  'get /panels/:panel/decision': {
    may: `${office.may} focalPoint approver chair conflictedDeputy`,
    hidden: `${office.hidden} focalPointAbroad approverAbroad otherChair`,
  },
  'get /panels/:panel/history': {
    may: `${office.may} focalPoint approver chair conflictedDeputy`,
    hidden: `${office.hidden} focalPointAbroad approverAbroad otherChair`,
  },
  'get /organisations/:organisationId/history': {
    may: `${office.may} focalPoint`,
    hidden: `${office.hidden} focalPointAbroad`,
  },
  'get /forums/:forumId/history': forumReaders,
  'get /talks/:talk/history': {
    may: `${presenters.may} auditor`,
    hidden: `${presenters.hidden} otherAuditor`,
  },
  'get /cycles/:cycleId/ceremony/history': office,
  'get /cycles/:cycleId/history': office,
  'get /cycles/:cycleId/mails': office,
  'get /cycles/:cycleId/mails/counts': office,
  'get /cycles/:cycleId/mails/:mailId': office,
  'post /cycles/:cycleId/mails/:mailId/resend': secretariat,
  'get /cycles/:cycleId/progress': office,
  'post /cycles/:cycleId/nudge': secretariat,
  'post /cycles/:cycleId/nudge/preview': secretariat,
  'get /cycles/:cycleId/countries': office,
  'get /cycles/:cycleId/countries/:iso2': {
    may: `secretariat auditor ${desk}`,
    hidden: `${elsewhere} ${deskAbroad}`,
  },
  'post /cycles/:cycleId/countries/:iso2/timetable': { may: 'focalPoint', hidden: 'focalPointAbroad' },
  'post /cycles/:cycleId/countries/:iso2/dispensations': secretariat,
  'get /cycles/:cycleId/dispensations': { may: `secretariat auditor ${desk} ${deskAbroad}`, hidden: elsewhere },
  'post /cycles/:cycleId/countries/:iso2/phases/:countryPhase/close': approver,
  'post /cycles/:cycleId/countries/:iso2/rank': approver,
  'post /cycles/:cycleId/countries/:iso2/sign-forwarding': {
    may: 'approver focalPoint',
    hidden: 'approverAbroad focalPointAbroad',
  },
  'post /cycles/:cycleId/countries/:iso2/sign-forwarding/confirm': {
    may: 'approver focalPoint secretariat',
    hidden: 'approverAbroad focalPointAbroad otherSecretariat',
  },
  'get /cycles/:cycleId/countries/:iso2/signing-sheet/pdf': {
    may: `secretariat auditor ${desk}`,
    hidden: `${elsewhere} ${deskAbroad}`,
  },
  'get /cycles/:cycleId/countries/:iso2/signing-sheet': {
    may: `secretariat auditor ${desk}`,
    hidden: `${elsewhere} ${deskAbroad}`,
  },
  'get /cycles/:cycleId/waiting-signatures': {
    may: 'secretariat auditor focalPoint focalPointAbroad approver approverAbroad',
    hidden: elsewhere,
  },
  'get /cycles/:cycleId/waiting-signatures?country=SG': {
    may: 'secretariat auditor focalPoint approver',
    hidden: `${elsewhere} focalPointAbroad approverAbroad`,
  },
  'post /cycles/:cycleId/countries/:iso2/declare-no-nominee': approver,
  'post /cycles/:cycleId/nominations': {
    may: 'applicant otherApplicant focalPoint',
    hidden: 'applicantAbroad focalPointAbroad',
  },
  'get /cycles/:cycleId/nominations': listed,
  'get /cycles/:cycleId/nominations?country=SG': {
    may: `secretariat auditor ${desk} applicant otherApplicant`,
    hidden: `${elsewhere} ${deskAbroad} applicantAbroad`,
  },
  'get /cycles/:cycleId/nominating?country=SG': {
    may: `secretariat auditor ${desk} applicant otherApplicant`,
    hidden: `${elsewhere} ${deskAbroad} applicantAbroad`,
  },
  'get /nominations/:nominationId': {
    may: `secretariat auditor ${desk} applicant judge chair`,
    hidden: `${elsewhere} ${deskAbroad} otherApplicant applicantAbroad conflictedJudge conflictedDeputy otherJudge otherChair judgeElsewhere`,
  },
  'get /nominations/:nominationId/booklet': bookletReaders,
  'get /nominations/:nominationId/booklet/pdf': bookletReaders,
  'get /nominations/:nominationId/history': nominators,
  'post /nominations/:nominationId/submit': editors,
  'post /nominations/:nominationId/correct': editors,
  'post /nominations/:nominationId/withdraw': ownersAndDesk,
  'post /nominations/:nominationId/checks': { may: 'screener', hidden: 'screenerAbroad' },
  'post /nominations/:nominationId/return': { may: 'screener', hidden: 'screenerAbroad' },
  'post /nominations/:nominationId/reject': { may: 'screener approver', hidden: 'screenerAbroad approverAbroad' },
  'post /nominations/:nominationId/counter-check': secretariat,
  'get /cycles/:cycleId/counter-checks': { may: 'secretariat auditor focalPoint focalPointAbroad', hidden: elsewhere },
  'post /nominations/:nominationId/forward': approver,
  'post /nominations/:nominationId/verify-dossier': secretariat,
  'post /nominations/:nominationId/return-to-country': secretariat,
  'post /nominations/:nominationId/answer-return': ownersAndDesk,
  'get /nominations/:nominationId/changes': {
    may: `secretariat auditor ${desk} applicant judge chair`,
    hidden: `${elsewhere} ${deskAbroad} otherApplicant applicantAbroad conflictedJudge conflictedDeputy otherJudge otherChair judgeElsewhere`,
  },
  'post /nominations/:nominationId/object': ownersAndDesk,
  'post /nominations/:nominationId/uphold-rejection': secretariat,
  'post /nominations/:nominationId/readmit': secretariat,
  'post /nominations/:nominationId/disqualify': secretariat,
  'post /nominations/:nominationId/amend': editors,
  'post /nominations/:nominationId/amendment/allow': leaders,
  'post /nominations/:nominationId/amendment/refuse': leaders,
  'get /drafts/:form/:subjectId': editors,
  'put /drafts/:form/:subjectId': editors,
  'post /drafts/:form/:subjectId/answers': editors,
  'put /drafts/:form/:subjectId/sections/:section': editors,
  'get /drafts/:form/:subjectId/form': editors,
  'post /drafts/:form/:subjectId/form': editors,
  'get /drafts/nomination/:nominationId/editors': editors,
  'post /drafts/nomination/:nominationId/editors/invite': editors,
  'post /drafts/nomination/:nominationId/editors/accept': everybody,
  'delete /drafts/nomination/:nominationId/editors/:personId': editors,
  'post /drafts/nomination/:nominationId/editors/name': { may: 'focalPoint', hidden: 'focalPointAbroad' },
  'get /cycles/:cycleId/drafts': { may: `focalPoint focalPointAbroad ${applicants}` },
  'get /cycles/:cycleId/drafts?country=SG': {
    may: 'focalPoint applicant otherApplicant',
    hidden: 'focalPointAbroad applicantAbroad',
  },
  'get /cycles/:cycleId/drafts/counts': secretariat,
  'post /drafts/:form/:subjectId/files': editors,
  'delete /drafts/:form/:subjectId/files/:fileId': editors,
  'post /uploads': uploaders,
  'head /uploads/:fileId': uploaders,
  'patch /uploads/:fileId': uploaders,
  'get /files/:fileId': {
    may: `secretariat auditor ${desk} applicant judge chair`,
    hidden: `${elsewhere} ${deskAbroad} otherApplicant applicantAbroad ${endorsers} conflictedJudge conflictedDeputy otherJudge otherChair judgeElsewhere referee contact otherContact presenter otherPresenter staff otherStaff host moderator`,
  },
  'get /nominations/:nominationId/consent': { ...nominators, may: `${nominators.may} nominee` },
  'post /nominations/:nominationId/consent/request': ownersAndDesk,
  'post /nominations/:nominationId/consent': { may: 'applicant nominee', hidden: 'otherApplicant applicantAbroad' },
  'post /nominations/:nominationId/letters/request': editors,
  'get /nominations/:nominationId/letters': editors,
  'get /nominations/:nominationId/letters/asked': { may: 'referee' },
  'post /nominations/:nominationId/letters': { may: 'referee' },
  'post /nominations/:nominationId/letters/text': { may: 'referee' },
  'get /nominations/:nominationId/documents': nominators,
  'post /nominations/:nominationId/documents/:fileId/redacted': panelMakers,
  'get /nominations/:nominationId/receipts': nominators,
  'get /nominations/:nominationId/receipts/:version': nominators,
  'get /nominations/:nominationId/receipts/:version/pdf': nominators,
  'post /cycles/:cycleId/letters': {
    may: 'secretariat focalPoint approver endorser chair conflictedDeputy otherChair focalPointAbroad approverAbroad endorserAbroad',
    hidden: 'otherSecretariat',
  },
  'post /cycles/:cycleId/judges': panelMakers,
  'get /cycles/:cycleId/judges': judgeLists,
  'get /cycles/:cycleId/judges?country=SG': {
    may: 'secretariat auditor focalPoint',
    hidden: `${elsewhere} focalPointAbroad`,
  },
  'get /cycles/:cycleId/judges/:judgeId': judgeAndDesk,
  'post /cycles/:cycleId/judges/:judgeId/accept-invitation': ownJudge,
  'post /cycles/:cycleId/judges/:judgeId/decline-invitation': ownJudge,
  'post /cycles/:cycleId/judges/:judgeId/accept-terms': ownJudge,
  'post /cycles/:cycleId/judges/:judgeId/profile': ownJudge,
  'post /cycles/:cycleId/judges/:judgeId/conflicts': ownJudge,
  'post /cycles/:cycleId/judges/:judgeId/finish-scoring': ownJudge,
  'post /cycles/:cycleId/judges/:judgeId/conflicts/settle': panelMakers,
  'post /cycles/:cycleId/judges/:judgeId/release': panelMakers,
  'post /cycles/:cycleId/panels': {
    may: 'secretariat focalPoint approver',
    hidden: 'otherSecretariat focalPointAbroad approverAbroad',
  },
  'get /cycles/:cycleId/panels': {
    may: 'secretariat auditor focalPoint focalPointAbroad approver approverAbroad',
    hidden: elsewhere,
  },
  'get /cycles/:cycleId/panels?country=SG': {
    may: 'secretariat auditor focalPoint approver',
    hidden: `${elsewhere} focalPointAbroad approverAbroad`,
  },
  'get /panels/:panel': {
    may: 'secretariat auditor focalPoint approver judge conflictedJudge chair conflictedDeputy',
    hidden: `${elsewhere} focalPointAbroad approverAbroad otherJudge otherChair judgeElsewhere`,
  },
  'post /panels/:panel/change': panelMakers,
  'post /panels/:panel/assignment/request': panelMakers,
  'get /panels/:panel/assignment': {
    may: `${office.may} focalPoint`,
    hidden: `${office.hidden} focalPointAbroad`,
  },
  'post /panels/:panel/assignment/release': panelMakers,
  'get /panels/:panel/calibration': {
    may: 'secretariat auditor focalPoint judge conflictedJudge chair conflictedDeputy',
    hidden: `${elsewhere} focalPointAbroad otherJudge otherChair judgeElsewhere`,
  },
  'post /panels/:panel/calibration/references': panelMakers,
  'delete /panels/:panel/calibration/references/:referenceId': panelMakers,
  'post /panels/:panel/calibration/references/:referenceId/score': {
    may: 'judge conflictedJudge chair conflictedDeputy',
    hidden: 'otherJudge otherChair judgeElsewhere',
  },
  'post /panels/:panel/assignment/change': panelMakers,
  'post /panels/:panel/assignment/table': panelMakers,
  'get /panels/:panel/assignment/table': panelMakers,
  'post /panels/:panel/call-reserve': panelMakers,
  'post /panels/:panel/close-scoring': {
    may: `${panelMakers.may} chair conflictedDeputy`,
    hidden: `${panelMakers.hidden} otherChair`,
  },
  'get /cycles/:cycleId/board': {
    may: 'secretariat auditor',
    hidden: `${elsewhere} chair conflictedDeputy otherChair`,
  },
  'get /panels/:panel/board': {
    may: 'secretariat auditor chair conflictedDeputy',
    hidden: `${elsewhere} otherChair`,
  },
  'get /panels/:panel/coverage': {
    may: 'secretariat auditor chair conflictedDeputy',
    hidden: `${elsewhere} otherChair`,
  },
  'get /panels/:panel/reliability': {
    may: 'secretariat chair conflictedDeputy',
    hidden: 'otherSecretariat otherChair',
  },
  'get /panels/:panel/entries/:nominationId': {
    may: `${office.may} focalPoint ${atTheTable.may}`,
    hidden: `${office.hidden} focalPointAbroad ${atTheTable.hidden}`,
  },
  'post /panels/:panel/entries/:nominationId/lower-minimum': {
    may: 'secretariat approver chair',
    hidden: 'otherSecretariat approverAbroad conflictedDeputy otherChair',
  },
  'get /panels/:panel/entries/:nominationId/notes': atTheTable,
  'post /panels/:panel/entries/:nominationId/notes': atTheTable,
  'put /panels/:panel/entries/:nominationId/notes/:noteId': atTheTable,
  // Nothing is decided here yet: nobody finds a decision to print.
  'get /panels/:panel/decision/pdf': {
    may: '',
    hidden: `secretariat auditor focalPoint approver chair ${elsewhere} focalPointAbroad approverAbroad conflictedDeputy otherChair`,
  },
  'get /panels/:panel/meeting': meeting,
  'put /panels/:panel/meeting': leaders,
  'get /panels/:panel/meeting/pdf': meeting,
  'get /panels/:panel/minutes/pdf': minutes,
  'get /panels/:panel/minutes/docx': minutes,
  'get /panels/:panel/verification': {
    may: 'secretariat auditor focalPoint approver chair conflictedDeputy',
    hidden: `${elsewhere} focalPointAbroad approverAbroad otherChair`,
  },
  'get /panels/:panel/bundles/:audience': {
    may: 'secretariat auditor chair',
    hidden: `${elsewhere} conflictedDeputy otherChair`,
  },
  'post /panels/:panel/bundles/publish': secretariat,
  'post /panels/:panel/bundles/withdraw': secretariat,
  'get /panels/:panel/audit-bundle': { may: 'auditor', hidden: 'otherAuditor' },
  'get /panels/:panel/judge-names': { may: 'auditor', hidden: 'otherAuditor' },
  // Nothing was published here: nobody finds it.
  'get /panels/:panel/country-bundle': {
    may: '',
    hidden: `auditor focalPoint approver otherAuditor focalPointAbroad approverAbroad`,
  },
  'get /nominations/:nominationId/bundle': {
    may: '',
    hidden: 'contact otherContact applicant focalPoint otherApplicant applicantAbroad focalPointAbroad',
  },
  'get /scorecards/:scorecard/proof': ownSheet,
  'get /public/cycles/:slug/bundles': everybody,
  'get /public/bundles/:hash': { may: '', hidden: everybody.may },
  'get /public/signing-keys': everybody,
  'post /panels/:panel/votes': leaders,
  'get /panels/:panel/shortlist': {
    may: `${office.may} focalPoint approver chair conflictedDeputy`,
    hidden: `${office.hidden} focalPointAbroad approverAbroad otherChair`,
  },
  'post /panels/:panel/shortlist': leaders,
  'post /panels/:panel/decision': leaders,
  'post /panels/:panel/outside-decision': {
    may: 'focalPoint',
    hidden: 'focalPointAbroad secretariat otherSecretariat',
  },
  'post /panels/:panel/sign': {
    may: 'chair approver secretariat',
    hidden: 'conflictedDeputy otherChair approverAbroad otherSecretariat',
  },
  'post /panels/:panel/sign/confirm': {
    may: 'chair approver secretariat',
    hidden: 'conflictedDeputy otherChair approverAbroad otherSecretariat',
  },
  'post /panels/:panel/reopen': {
    may: 'chair focalPoint secretariat',
    hidden: 'conflictedDeputy otherChair focalPointAbroad otherSecretariat',
  },
  'get /cycles/:cycleId/laureates': {
    may: 'secretariat auditor focalPoint focalPointAbroad approver approverAbroad',
    hidden: elsewhere,
  },
  'get /cycles/:cycleId/laureates?country=SG': {
    may: 'secretariat auditor focalPoint approver',
    hidden: `${elsewhere} focalPointAbroad approverAbroad`,
  },
  'post /panels/:panel/laureates/:laureateId/accept': contacts,
  'post /panels/:panel/laureates/:laureateId/decline': contacts,
  'post /panels/:panel/laureates/:laureateId/replace': secretariat,
  'post /panels/:panel/laureates/:laureateId/contact': { may: 'focalPoint', hidden: 'focalPointAbroad' },
  'post /panels/:panel/laureates/:laureateId/proof': contacts,
  'post /panels/:panel/laureates/:laureateId/name': { may: 'focalPoint', hidden: 'focalPointAbroad' },
  'post /panels/:panel/laureates/:laureateId/revoke': secretariat,
  // Nothing is offered here yet: to a contact it is as if there were no award.
  'get /laureates/:laureateId': {
    may: 'secretariat auditor focalPoint',
    hidden: `${elsewhere} focalPointAbroad contact otherContact`,
  },
  'get /scorecards': { may: judges },
  'get /scorecards/:scorecard': {
    may: 'judge auditor chair',
    hidden: 'conflictedJudge otherJudge conflictedDeputy otherChair judgeElsewhere otherAuditor',
  },
  'get /judging': { may: judges },
  'get /judging/entries': { may: judges },
  'get /scorecards/:scorecard/versions': {
    may: `${office.may} judge chair`,
    hidden: `${office.hidden} conflictedJudge otherJudge conflictedDeputy otherChair judgeElsewhere`,
  },
  'get /scorecards/:scorecard/entry': {
    may: 'judge',
    hidden: 'conflictedJudge otherJudge chair conflictedDeputy otherChair judgeElsewhere',
  },
  'get /scorecards/:scorecard/draft': ownSheet,
  'put /scorecards/:scorecard/draft': ownSheet,
  'get /panels/:panel/access': accessReaders,
  'get /panels/:panel/access/candidates': accessReaders,
  'post /panels/:panel/access': {
    may: accessAnswerers.may,
    hidden: `${accessAnswerers.hidden} judge conflictedJudge otherJudge judgeElsewhere`,
  },
  'post /panels/:panel/access/:requestId/grant': accessAnswerers,
  'post /panels/:panel/access/:requestId/refuse': accessAnswerers,
  'post /panels/:panel/access/:requestId/end': {
    may: `${accessAnswerers.may} conflictedJudge`,
    hidden: `${accessAnswerers.hidden} judge otherJudge judgeElsewhere`,
  },
  'get /panels/:panel/late-sheets': {
    may: 'auditor chair conflictedDeputy',
    hidden: 'otherAuditor otherChair',
  },
  'get /late-sheets/:lateId': leaders,
  'post /cycles/:cycleId/judges/:judgeId/no-conflicts': ownJudge,
  'get /cycles/:cycleId/judges/:judgeId/names': ownJudge,
  'get /cycles/:cycleId/conflict-suggestions': judgeLists,
  'get /cycles/:cycleId/judges/:judgeId/suggestions': judgeAndDesk,
  'post /cycles/:cycleId/judges/:judgeId/suggestions/accept': said,
  'post /cycles/:cycleId/judges/:judgeId/suggestions/dismiss': said,
  'post /cycles/:cycleId/judges/:judgeId/names': ownJudge,
  'post /scorecards/:scorecard/submit': ownSheet,
  'post /scorecards/:scorecard/recuse': ownSheet,
  'post /scorecards/:scorecard/reopen': leaders,
  'get /proposals/:proposalId': {
    may: 'secretariat focalPoint auditor',
    hidden: `${elsewhere} focalPointAbroad staff host otherStaff`,
  },
  'get /proposals/:proposalId (schedule)': {
    may: 'secretariat staff host auditor',
    hidden: `${elsewhere} focalPoint focalPointAbroad otherStaff`,
  },
  'delete /proposals/:proposalId': {
    may: 'secretariat focalPoint',
    hidden: 'otherSecretariat focalPointAbroad staff host otherStaff',
  },
  'post /members/invite': members,
  'post /members/:personId/grants': members,
  'post /members/:personId/grants/:grantId/revoke': members,
  'post /members/:personId/grants/:grantId/hand-over': members,
  'get /members': { may: `administrator secretariat auditor focalPoint focalPointAbroad ${elsewhere}` },
  'get /members?award=sample&country=SG': {
    may: 'administrator secretariat auditor focalPoint',
    hidden: `focalPointAbroad ${elsewhere}`,
  },
  'post /cycles/:cycleId/forums': secretariat,
  'get /forums': anybody,
  'get /forums/:forumId': forumReaders,
  'get /forums/:forumId/plan': forumReaders,
  'put /forums/:forumId/plan': forumMakers,
  'get /forums/:forumId/reserves': forumReaders,
  'post /forums/:forumId/reserves': forumMakers,
  'post /forums/:forumId/reserves/:laureateId/drop': forumMakers,
  'post /forums/:forumId/schedule/propose': forumMakers,
  'get /forums/:forumId/schedule/quality': forumReaders,
  'get /forums/:forumId/schedule/scenarios': forumReaders,
  'post /forums/:forumId/schedule/scenarios': forumMakers,
  'post /forums/:forumId/schedule/pin': forumMakers,
  'post /forums/:forumId/schedule/unpin': forumMakers,
  'post /forums/:forumId/schedule/moderators/pin': forumMakers,
  'post /forums/:forumId/schedule/moderators/unpin': forumMakers,
  'post /forums/:forumId/schedule/move': forumMakers,
  'post /forums/:forumId/schedule/swap': forumMakers,
  'post /forums/:forumId/schedule/undo': forumMakers,
  'post /forums/:forumId/schedule/redo': forumMakers,
  'post /forums/:forumId/schedule/restore': forumMakers,
  'post /forums/:forumId/schedule/release': forumMakers,
  'get /forums/:forumId/releases': forumReaders,
  'get /forums/:forumId/schedule/preview': forumReaders,
  'get /forums/:forumId/schedule/difference': forumReaders,
  'post /forums/:forumId/talks': forumMakers,
  'get /forums/:forumId/talks': forumReaders,
  'get /forums/:forumId/programme': forumReaders,
  'get /forums/:forumId/programme/print': forumReaders,
  'get /forums/:forumId/schedule/revealing': forumReaders,
  'get /forums/:forumId/captions': forumReaders,
  'get /forums/:forumId/run-sheet': forumReaders,
  'get /forums/:forumId/slides': forumReaders,
  'get /cycles/:cycleId/countries/:iso2/delegations': {
    may: 'secretariat focalPoint delegate auditor',
    hidden: 'otherSecretariat focalPointAbroad otherAuditor',
  },
  'get /forums/:forumId/delegations': forumReaders,
  'get /forums/:forumId/participants': forumReaders,
  'get /forums/:forumId/participants/print': forumReaders,
  'get /forums/:forumId/delegations/:iso2/participants': delegationReaders,
  'post /forums/:forumId/delegations/:iso2/participants': delegationKeepers,
  'get /forums/:forumId/delegations/:iso2/badges': delegationKeepers,
  'get /forums/:forumId/delegations/:iso2/history': delegationReaders,
  'get /forums/:forumId/today': dayReaders,
  'post /forums/:forumId/delays': { ...forumMakers, may: `${forumMakers.may} moderator` },
  'get /public/forums/:forumId/today': everybody,
  'get /forums/:forumId/proceedings': dayReaders,
  'get /forums/:forumId/proceedings/:session': dayReaders,
  'put /forums/:forumId/proceedings/:session': forumMakers,
  'post /forums/:forumId/proceedings/:session/record': forumMakers,
  'post /forums/:forumId/proceedings/:session/publish': forumMakers,
  'post /forums/:forumId/proceedings/:session/withdraw': forumMakers,
  'get /forums/:forumId/proceedings-paper': dayReaders,
  'get /public/forums/:forumId/proceedings': everybody,
  'post /forums/:forumId/proceedings/:session/pictures': forumMakers,
  'get /forums/:forumId/proceedings-pictures/:fileId': {
    may: '',
    hidden: `${dayReaders.may} ${dayReaders.hidden}`,
  },
  'get /public/forums/:forumId/proceedings-pictures/:fileId': { may: '', hidden: everybody.may },
  'get /public/forums/:forumId/proceedings-paper': everybody,
  'get /public/forums/:forumId/reports': everybody,
  'get /public/forums/:forumId/reports/:iso2/pdf': { may: '', hidden: everybody.may },
  'get /forums/:forumId/reports': forumReaders,
  'get /forums/:forumId/delegations/:iso2/report': reportReaders,
  'put /forums/:forumId/delegations/:iso2/report': reportWriters,
  'post /forums/:forumId/delegations/:iso2/report/hand-in': reportWriters,
  'post /forums/:forumId/delegations/:iso2/report/return': superiors,
  'post /forums/:forumId/delegations/:iso2/report/approve': superiors,
  'post /forums/:forumId/delegations/:iso2/report/publish': reportPublishers,
  'post /forums/:forumId/delegations/:iso2/report/retract': reportPublishers,
  'post /forums/:forumId/delegations/:iso2/report/superior': { may: 'focalPoint', hidden: 'focalPointAbroad' },
  'get /forums/:forumId/delegations/:iso2/report/pdf': reportReaders,
  'get /forums/:forumId/delegations/:iso2/report/versions/:version': reportReaders,
  'get /forums/:forumId/delegations/:iso2/report/compare?from=0&to=1': reportReaders,
  'get /forums/:forumId/delegations/:iso2/report/history': reportReaders,
  'get /forums/:forumId/delegations/:iso2/report/docx': reportReaders,
  'post /forums/:forumId/delegations/:iso2/report/read': reportWriters,
  'post /forums/:forumId/delegations/:iso2/report/read/pictures?take=none': reportWriters,
  'post /forums/:forumId/delegations/:iso2/report/pictures': reportWriters,
  'get /forums/:forumId/delegations/:iso2/report/pictures/:fileId': {
    may: '',
    hidden: `${reportReaders.may} ${reportReaders.hidden}`,
  },
  'get /participants/:participantId': delegationReaders,
  'post /participants/:participantId/change': delegationKeepers,
  'post /participants/:participantId/replace': delegationKeepers,
  'post /participants/:participantId/withdraw': delegationKeepers,
  'post /participants/:participantId/ask': delegationKeepers,
  'post /participants/:participantId/attendance': forumMakers,
  'get /participants/:participantId/invitation': delegationKeepers,
  'get /participants/:participantId/own': { may: 'participant', hidden: 'otherParticipant' },
  'post /participants/:participantId/own': { may: 'participant', hidden: 'otherParticipant' },
  'post /laureates/:laureateId/photo': contacts,
  'delete /laureates/:laureateId/photo/:fileId': contacts,
  'post /talks/:talk/slides': presenters,
  'delete /talks/:talk/slides/:fileId': presenters,
  'get /me/talks': { may: 'presenter otherPresenter' },
  'get /me/forum-sessions': { may: 'moderator' },
  'get /me/forum-sessions/:forumId/:session/run-sheet': { may: '', hidden: 'moderator' },
  'get /talks/:talk': {
    may: 'presenter secretariat staff host auditor',
    hidden: `otherPresenter otherStaff ${elsewhere}`,
  },
  'post /talks/:talk/confirm': presenters,
  'post /talks/:talk/decline': presenters,
  'post /talks/:talk/describe': presenters,
  'post /talks/:talk/availability': presenters,
  'post /talks/:talk/reconfirm': presenters,
  'post /talks/:talk/refuse-place': presenters,
  'post /talks/:talk/replace': forumMakers,
  'post /talks/:talk/speaker': presenters,
  'post /talks/:talk/speaker/take-back': presenters,
  'put /talks/:talk/profile': presenters,
  'post /talks/:talk/mark-presented': forumMakers,
  'post /talks/:talk/mark-absent': forumMakers,
  'post /nominations/:nominationId/officer-conflict': secretariat,
  'get /cycles/:cycleId/imports/:importKind/template': importers,
  'post /cycles/:cycleId/imports/:importKind': importers,
  'get /imports/:importId': {
    may: 'secretariat auditor focalPoint',
    hidden: `${elsewhere} focalPointAbroad`,
  },
  'get /me': anybody,
  'put /me/preferences': anybody,
  'get /me/tasks': anybody,
  'get /me/handover': anybody,
  'get /me/export': anybody,
  'get /members/:personId/history': {
    may: `administrator secretariat auditor focalPoint focalPointAbroad ${elsewhere}`,
  },
  'get /members/:personId/history?award=sample&country=SG': {
    may: 'administrator secretariat auditor focalPoint',
    hidden: `focalPointAbroad ${elsewhere}`,
  },
  'get /members/:personId/handover': members,
  'get /me/name': anybody,
  'put /me/name': anybody,
  'get /me/second-factor': anybody,
  'get /me/sign-in': anybody,
  'get /me/sessions': anybody,
  'post /me/sessions/:sessionId/end': { may: '', hidden: anybody.may },
  'post /me/sessions/end-others': anybody,
  'post /me/password': anybody,
  'post /me/second-factor/begin': anybody,
  'post /me/second-factor/confirm': anybody,
  'post /me/second-factor/recovery-codes': anybody,
  'post /me/second-factor/remove': anybody,
  'post /members/:personId/second-factor/reset': { may: 'administrator' },
  'get /changes': anybody,
  'get /public/cycles': everybody,
  'get /public/cycles/:slug/laureates': everybody,
  'get /public/forums/:forumId/changes': everybody,
  'get /public/forums/:forumId/schedule': everybody,
  'get /public/forums/:forumId/schedule.ics': everybody,
  'get /public/forums/:forumId/schedule.json': everybody,
  'get /public/forums/:forumId/schedule.xml': everybody,
  'get /public/forums/:forumId/schedule.xlsx': everybody,
  'get /public/forums/:forumId/schedule.pdf': everybody,
  'get /public/sign-in': everybody,
  'post /accounts/invitation': everybody,
  'post /accounts/accept': everybody,
  'get /public/calls': everybody,
  'get /public/calls/:cycleId/:iso2': { may: '', hidden: everybody.may },
  'post /public/calls/:cycleId/:iso2/register': everybody,
  'get /search': { may: `secretariat auditor ${elsewhere} ${desk} ${deskAbroad}` },
  'get /organisations': { may: `secretariat auditor ${elsewhere} ${desk} ${deskAbroad}` },
  'get /organisations/:organisationId': ofDesk,
  'get /organisations/:organisationId/matches': ofDesk,
  'post /awards/:award/organisations': {
    may: 'secretariat focalPoint',
    hidden: 'otherSecretariat focalPointAbroad',
  },
  'post /organisations/:organisationId/rename': panelMakers,
  'post /organisations/:organisationId/registration': panelMakers,
  'post /organisations/:organisationId/merge': secretariat,
  'post /organisations/:organisationId/separate': secretariat,
  'post /organisations/:organisationId/distinguish': secretariat,
  'get /nominations/:nominationId/organisation': {
    may: `secretariat auditor ${desk} applicant`,
    hidden: `${elsewhere} ${deskAbroad} otherApplicant applicantAbroad`,
  },
  'post /nominations/:nominationId/organisation': {
    may: 'applicant focalPoint screener secretariat',
    hidden: 'otherApplicant applicantAbroad focalPointAbroad screenerAbroad otherSecretariat',
  },
  'get /cycles/:cycleId/organisation-matches': {
    may: `secretariat auditor ${desk} ${deskAbroad}`,
    hidden: elsewhere,
  },
  'get /cycles/:cycleId/repeated-organisations': {
    may: `secretariat auditor ${desk} ${deskAbroad}`,
    hidden: elsewhere,
  },
  'post /awards/:award/history/load': { may: 'administrator secretariat', hidden: 'otherSecretariat' },
  'post /awards/:award/history/editions': secretariat,
  'post /awards/:award/history/laureates': secretariat,
  'get /cycles/:cycleId/ceremony': {
    may: 'secretariat auditor focalPoint focalPointAbroad approver approverAbroad',
    hidden: elsewhere,
  },
  'post /cycles/:cycleId/ceremony/plan': secretariat,
  'post /cycles/:cycleId/ceremony/:laureateId/receiver': panelMakers,
  'post /cycles/:cycleId/ceremony/:laureateId/confer': secretariat,
  'get /public/awards/:award/laureates': everybody,
  'get /public/awards/:award/editions': everybody,
  'get /public/cycles/:slug/ceremony': everybody,
  // No photograph here: nobody finds one.
  'get /public/laureates/:laureateId/photo': { may: '', hidden: everybody.may },
};
