#!/usr/bin/env node
// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import './dist/sync/bin.js';
