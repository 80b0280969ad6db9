#!/usr/bin/env node
// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import './memory.ts';
import process from 'node:process';
import { main } from './cli.ts';

process.exitCode = await main(['--airbyte', ...process.argv.slice(2)]);
