#!/usr/bin/env node
// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import './dist/sync/tap.js';
