#!/usr/bin/env node
// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npm run generate -- specs/analytics.yaml

import process from 'node:process';
import { main } from './cli.js';

process.exitCode = await main(process.argv.slice(2));
