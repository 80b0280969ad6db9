// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { setFlagsFromString } from 'node:v8';

// Records live as long as a page or two: a small young generation holds them, and what outlives it is soon dead.
setFlagsFromString('--max-semi-space-size=1');
setFlagsFromString('--semi-space-growth-factor=1');
setFlagsFromString('--optimize-for-size'); // collects before the heap grows
