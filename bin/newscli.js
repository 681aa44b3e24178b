#!/usr/bin/env node
const process = require('node:process');
const { pathToFileURL } = require('node:url');
const { main } = require('../dist/main.js');

void main(process, pathToFileURL(`${__dirname}/../`));
