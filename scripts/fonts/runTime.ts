import { TEXT_SHEETS, installedFaces } from './faces.ts';
import type { FontChoice } from './fontRules.ts';

/** Basic Latin's printable characters. */
const BASIC = Array.from({ length: 95 }, (_, k) => String.fromCharCode(32 + k));

/** What numbers and remarks are made of beside it. */
const NUMBERS = [...'−×·∕…–’“”‘∞≤≥≠≈∈±¹²³⁰⁴⁵⁶⁷⁸⁹⁻✓✗'];

/** The slanted letters of short formulas, which scripts set without KaTeX. */
const LETTERS = [...'abcdefghijklmnopqrstuvwxyzCLMNWXYZαδεητσ'];

/**
 * What scripts may print into a page after it is built: in each face of text, basic Latin, figures,
 * and every other character that is written in the scripts; in formulas, letters.
 */
export function runTimeSigns(
  scripts: readonly string[],
): { choice: FontChoice; characters: ReadonlySet<string> }[] {
  const written = scripts.flatMap((script) => script.match(/[^\0-\x7f]/gu) ?? []);
  const characters = new Set([...BASIC, ...NUMBERS, ...written]);
  const texts = installedFaces(TEXT_SHEETS).map(({ family, style, weight }) => ({
    choice: { families: [family], style, weight },
    characters,
  }));
  const distinct = new Map(texts.map((text) => [JSON.stringify(text.choice), text]));
  const formulas = { families: ['KaTeX_Math'], style: 'italic', weight: 400 };
  return [...distinct.values(), { choice: formulas, characters: new Set(LETTERS) }];
}
