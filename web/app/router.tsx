// All routes: each screen is fetched when it is first opened, with its texts.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { screens } from '../screens/screens.ts';
import { NotFound } from './NotFound.tsx';
import { Shell } from './Shell.tsx';
import type { Screen } from './screen.ts';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const routeOf = ({ path, area, load, audience = 'person' }: Screen) =>
  createRoute({
    getParentRoute: () => root,
    path,
    staticData: { audience },
    component: lazyRouteComponent(async () => {
      const [component] = await Promise.all([load(), i18next.loadNamespaces(area)]);
      return { default: component };
    }),
  });

export const router = createRouter({
  routeTree: root.addChildren(screens.map(routeOf)),
  basepath: '/app',
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    audience?: 'person' | 'anybody';
  }
}
