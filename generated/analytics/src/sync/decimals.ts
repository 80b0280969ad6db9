// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

/** Whether every number of one type has room in another: of `DECIMAL(10,2)`, or `BIGINT`, in `DECIMAL(24,4)`. */
export function isWiderDecimal(before: string, wanted: string): boolean {
  const from = /^bigint$/i.test(before) ? { digits: 19, scale: 0 } : sizeOf(before);
  const to = sizeOf(wanted);
  return (
    from !== undefined && to !== undefined && to.scale >= from.scale && to.digits - to.scale >= from.digits - from.scale
  );
}

function sizeOf(type: string): { readonly digits: number; readonly scale: number } | undefined {
  const [, digits, scale] = /^(?:decimal|numeric)\((\d+), ?(\d+)\)$/i.exec(type) ?? [];
  return digits === undefined || scale === undefined ? undefined : { digits: Number(digits), scale: Number(scale) };
}
