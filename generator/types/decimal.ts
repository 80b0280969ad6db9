/** How many digits a decimal number has at most, and how many of them after the point. */
export interface DecimalSize {
  readonly precision: number;
  readonly scale: number;
}

/** Whether a decimal number, as text, has room in that size without being rounded. Zeros at either end do not count. */
export function fitsDecimal(text: string, { precision, scale }: DecimalSize): boolean {
  const [, whole = '', fraction = '', exponent = '0'] = /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const digits = (whole + fraction).replace(/(?<!0)0+$/, '');
  if (digits === '') return whole !== '';
  const point = whole.length + Number(exponent);
  const zeros = digits.search(/[1-9]/);
  return digits.length - point <= scale && (zeros >= point || point - zeros <= precision - scale);
}

/** "at most 10 digits, 2 of them after the point" */
export function sizeWords({ precision, scale }: DecimalSize): string {
  return `at most ${precision} ${precision === 1 ? 'digit' : 'digits'}, ${scale === 0 ? 'none' : scale} of them after the point`;
}
