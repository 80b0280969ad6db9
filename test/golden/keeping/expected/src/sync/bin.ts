#!/usr/bin/env node
// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import './memory.ts';
import process from 'node:process';
import { main } from './cli.ts';

process.exitCode = await main(process.argv.slice(2));
