/**
 * What the presets of linters find in emitted packages and is meant to be so, by tool and rule. `npm run lint:generated` fails on whatever
 * is not listed, and on a row that nothing needs any more.
 */
export const ALLOWED: Readonly<Record<Tool, Readonly<Record<string, string>>>> = {
  'typescript-eslint': {
    'restrict-template-expressions': 'Numbers in messages and URLs are written as they are.',
    'no-unused-vars': 'Fields that are destructured to be left out of the rest, and parameters that a caller has to see.',
    'no-confusing-void-expression': 'Short arrow functions whose result nobody reads.',
    'require-await': 'What an interface has as a promise: close() of a destination that has nothing to wait for, answers of tests.',
    'no-unsafe-assignment': 'JSON.parse in tests, into a declared type; Object(…) of what was thrown, which is any.',
    'no-unsafe-argument': 'The same.',
    'no-unsafe-member-access': 'The same.',
    'no-unsafe-return': 'Rows of a driver that has no types of its own.',
    'no-unnecessary-condition': 'States, answers and errors come from outside: what their type promises is checked.',
    'no-base-to-string': 'Messages show whatever an API sent, or code threw.',
    'no-inferrable-types': 'isolatedDeclarations, which JSR asks for, needs these types written.',
    'unbound-method': 'Functions of plain objects, and of drivers, that use no `this`.',
    'prefer-nullish-coalescing': 'An empty environment variable or text counts as none.',
    'prefer-promise-reject-errors': 'The reason of an AbortSignal is what its caller gave, whatever that is.',
    'no-unnecessary-type-conversion': 'Keys and bounds may be numbers: what makes texts of them is written once.',
    'no-unnecessary-template-expression':
      'The name of the connector stands in a literal of its own, where it cannot end the text around it.',
    'no-misused-spread': 'The signs of a secret, one by one; headers of Node.js that are never a list here.',
    'consistent-indexed-object-style': 'Readers see what the keys are.',
    'prefer-optional-chain': 'Three comparisons that are read together.',
    'no-invalid-void-type': 'A destination may tell what it wrote, or nothing.',
    'await-thenable': 'Some of several values are promises.',
    'return-await': 'What fails there is no fault of the try around it.',
    'no-empty-function': 'A destination of a test that has nothing to close.',
    'prefer-string-starts-ends-with': 'A pattern beside others.',
    'no-useless-default-assignment': 'A caller may have no types.',
    'no-meaningless-void-operator': 'A result that is not meant to be seen.',
    'prefer-includes': 'A pattern beside others.',
  },
  biome: {
    'complexity/useLiteralKeys': 'noPropertyAccessFromIndexSignature asks for brackets.',
    'suspicious/noControlCharactersInRegex': 'They are what is taken out of messages.',
    'suspicious/noShadowRestrictedNames': 'valueOf is an option of a cursor.',
    'correctness/noEmptyCharacterClassInRegex': '[^] is any sign, a line end too.',
    'suspicious/noAssignInExpressions': 'A field that is filled and read at once.',
    'suspicious/noConfusingVoidType': 'A destination may tell what it wrote, or nothing.',
    'suspicious/useIterableCallbackReturn': 'A set gives itself back.',
    'correctness/noVoidTypeReturn': 'It ends the function.',
  },
  oxlint: {
    'eslint(no-unused-vars)': 'Fields that are destructured to be left out of the rest.',
    'eslint(no-control-regex)': 'They are what is taken out of messages.',
    'unicorn(no-useless-spread)': 'Options that stand beside others, where the recording has some.',
    'unicorn(prefer-string-starts-ends-with)': 'A pattern beside others.',
  },
  'api-extractor': {
    'ae-forgotten-export HttpOptions': 'What the options of a client have in common: they stand in its own options.',
    'ae-forgotten-export Credentials': 'The same.',
    'ae-forgotten-export ReadPosition': 'What a read hands to an error class: nobody else makes one.',
    'ae-forgotten-export FetchPage': 'The constructor of a resource: a client makes them.',
    'ae-forgotten-export PagesSeen': 'A member of a state, which is stored and given back as a whole.',
    'ae-forgotten-export Forgotten': 'The same.',
    'ae-forgotten-export CursorState': 'The same.',
    'ae-forgotten-export StandardSchema': 'The types of https://standardschema.dev, which a library that takes them has of its own.',
  },
};

export type Tool = 'typescript-eslint' | 'biome' | 'oxlint' | 'api-extractor';
