#!/usr/bin/env node
// Not a build output, because pnpm links it when the workspace is installed, before the build.
import '../dist/command.js'
