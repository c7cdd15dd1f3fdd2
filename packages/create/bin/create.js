#!/usr/bin/env node
// Not built, so that it is there to be linked when the workspace is installed.
import '../dist/command.js'
