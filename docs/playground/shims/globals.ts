// Globals of Node.js, as far as the generator takes them for granted where it makes files.

const encoder = new TextEncoder();

export const Buffer = { byteLength: (text: string): number => encoder.encode(text).length };
