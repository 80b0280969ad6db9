#!/usr/bin/env node
// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import './dist/sync/tap.js';
