/** Whether a spec can have the name as a key: one that a reader can see. What has another stays in the record, undeclared. */
export function canBeKey(name: string): boolean {
  const hidden = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Surrogate}/u;
  return name.length <= 200 && !hidden.test(name);
}
