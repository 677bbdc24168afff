import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '../content/types.ts';
import { readInterfaceMap } from '../product/interface-map.ts';
import { inferNames } from '../product/names.ts';
import type { Product } from '../product/types.ts';
import type { Config } from './config.ts';
