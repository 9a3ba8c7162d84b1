// How likely a text is Zawgyi: a Markov chain over its letters, after the detector of myanmar-tools (© 2017 Google LLC, Apache-2.0).
import { model } from './model.ts';

/** Ranges of code points that are states of their own; all others are state 0. */
const ranges: [from: number, to: number][] = [
  [0x1000, 0x103f],
  [0x104a, 0x109f],
  [0xaa60, 0xaa7f],
  [0xa9e0, 0xa9ff],
  [0x2000, 0x200b],
];

function stateOf(code: number): number {
  let first = 1;
  for (const [from, to] of ranges) {
    if (code >= from && code <= to) return code - from + first;
    first += to - from + 1;
  }
  return 0;
}

/** Magic numbers, versions and the state set stand before the chain itself. */
const headerBytes = { firstVersion: 24, laterVersion: 28 };

/** By state and next state: how much more likely in Unicode than in Zawgyi, as a logarithm. */
function readChain(bytes: DataView): number[][] {
  let offset = bytes.getUint32(8) === 1 ? headerBytes.firstVersion : headerBytes.laterVersion;
  const past = (length: number) => {
    offset += length;
    return offset - length;
  };
  const int16 = () => bytes.getInt16(past(2));
  const float32 = () => bytes.getFloat32(past(4));
  const size = int16();
  return Array.from({ length: size }, () => {
    const entries = int16();
    const row = new Array<number>(size).fill(entries === 0 ? 0 : float32());
    for (let entry = 0; entry < entries; entry++) row[int16()] = float32();
    return row;
  });
}

const chain = readChain(new DataView(Uint8Array.from(atob(model), (letter) => letter.charCodeAt(0)).buffer));

/** From 0, surely Unicode, to 1, surely Zawgyi; 0 for a text without Burmese letters. */
export function probabilityOfZawgyi(text: string): number {
  const states = [...text].map((letter) => stateOf(letter.codePointAt(0) ?? 0));
  let difference = 0;
  let seen = false;
  let before = 0;
  for (const state of [...states, 0]) {
    if (before !== 0 || state !== 0) {
      difference += chain[before]?.[state] ?? 0;
      seen = true;
    }
    before = state;
  }
  return seen ? 1 / (1 + Math.exp(difference)) : 0;
}
