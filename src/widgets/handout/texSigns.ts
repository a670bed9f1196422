/** Signs of mathematics as TeX writes them in a formula. */
const MATHS: Readonly<Record<string, string>> = {
  '−': '-', '×': '\\times ', '·': '\\cdot ', '±': '\\pm ', '∕': '/', '≤': '\\le ', '≥': '\\ge ', '≠': '\\ne ', '≈': '\\approx ',
  '‖': '\\|', '∞': '\\infty ', '∂': '\\partial ', '∇': '\\nabla ', '⊤': '\\top ', '∈': '\\in ', '→': '\\to ', '↑': '\\uparrow ', '✓': '\\checkmark ',
  '½': '\\tfrac12 ', '′': "'", '∑': '\\sum ', '√': '\\surd ', 'ŷ': '\\hat y ', 'Ŷ': '\\hat Y ', '⊗': '\\otimes ', '✗': '\\times ',
  'α': '\\alpha ', 'β': '\\beta ', 'δ': '\\delta ', 'ε': '\\varepsilon ', 'η': '\\eta ', 'λ': '\\lambda ', 'μ': '\\mu ', 'σ': '\\sigma ',
  'θ': '\\theta ', 'ξ': '\\xi ', 'ρ': '\\rho ', 'ω': '\\omega ', '¼': '\\tfrac14 ', '¾': '\\tfrac34 ', '←': '\\leftarrow ', '₁': '_1', '₂': '_2', '∏': '\\prod ',
  'Σ': '\\Sigma ', 'τ': '\\tau ', '𝓛': '\\mathcal L ', '⁻': '^-',
  '⁰': '^0', '¹': '^1', '²': '^2', '³': '^3', '⁴': '^4', '⁵': '^5', '⁶': '^6', '⁷': '^7', '⁸': '^8', '⁹': '^9', 'ᵀ': '^\\top ',
}; // prettier-ignore

/** Signs of text as TeX writes them there. */
const TEXTS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}', '{': '\\{', '}': '\\}', $: '\\$', '&': '\\&', '#': '\\#', '%': '\\%', _: '\\_',
  '^': '\\textasciicircum{}', '~': '\\textasciitilde{}', '<': '\\textless{}', '>': '\\textgreater{}', '|': '\\textbar{}', '…': '\\ldots{}',
  // In front of a cell or an item they would be an option.
  '[': '{[}', ']': '{]}', '–': '--', '—': '---', '’': "'", '‘': '`', '“': '``', '”': "''", '\u200b': '', '\u00a0': '~', '\u2009': '\\,', '\u202f': '\\,',
}; // prettier-ignore

/** `text` as TeX sets it in a paragraph: nothing in it is a command. */
export function texText(text: string): string {
  // Neighbours share a formula, so that ⁻³ is one exponent.
  const maths = [...text].map((sign) => Object.hasOwn(MATHS, sign));
  return [...text]
    .map((sign, at) => {
      if (!maths[at]) return TEXTS[sign] ?? sign;
      return `${maths[at - 1] ? '' : '$'}${MATHS[sign]?.trim()}${maths[at + 1] ? ' ' : '$'}`;
    })
    .join('')
    .replaceAll(/\^-( \^\d)+|\^\d( \^\d)+/g, (power) => `^{${power.replaceAll(/[\^ ]/g, '')}}`);
}

/** `text` as TeX sets it in a formula. */
export function texMaths(text: string): string {
  return [...text].map((sign) => MATHS[sign] ?? (sign === '\\' ? '\\backslash ' : sign)).join('');
}
