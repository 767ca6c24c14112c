import type { ControlRoute } from './control.ts';
import { disturbanceRoutes } from './disturbances.ts';
import { observationRoutes } from './observations.ts';
import { scenarioRoutes } from './scenarios.ts';

export const controlRoutes: readonly ControlRoute[] = [
  ...observationRoutes,
  ...scenarioRoutes,
  ...disturbanceRoutes,
];
