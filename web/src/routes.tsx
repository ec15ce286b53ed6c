import type { ComponentType } from 'react';
import { createBrowserRouter } from 'react-router';
import type { Permission } from './api/may.ts';
import { Gate } from './parts/may.tsx';
import { NotFound } from './shell/not-found.tsx';
import { PageError } from './shell/page-error.tsx';
import { Shell } from './shell/shell.tsx';

/** A page that only some may use, loaded when it is first opened. */
const gated = (any: Permission[], load: () => Promise<ComponentType>) => async () => {
  const Known = await load();
  return {
    Component: () => (
      <Gate any={any}>
        <Known />
      </Gate>
    ),
  };
};

/** Each page is loaded when it is first opened. */
export const router = createBrowserRouter([
  {
    ErrorBoundary: PageError,
    HydrateFallback: () => null,
    children: [
      { path: '/sign-in', lazy: async () => ({ Component: (await import('./pages/sign-in/sign-in.tsx')).SignIn }) },
      {
        path: '/first-run',
        lazy: async () => ({ Component: (await import('./pages/sign-in/first-run.tsx')).FirstRun }),
      },
      {
        path: '/invitation',
        lazy: async () => ({ Component: (await import('./pages/invitation/invitation.tsx')).InvitationPage }),
      },
      { path: '/door', lazy: async () => ({ Component: (await import('./pages/door/door.tsx')).DoorPage }) },
      {
        path: '/first-factor',
        lazy: async () => ({ Component: (await import('./pages/me/first-factor.tsx')).FirstFactor }),
      },
      {
        Component: Shell,
        ErrorBoundary: PageError,
        children: [
          { index: true, lazy: async () => ({ Component: (await import('./pages/home/home.tsx')).Home }) },
          {
            path: 'resolutions',
            lazy: gated(
              ['resolution.read'],
              async () => (await import('./pages/resolutions/resolutions.tsx')).Resolutions,
            ),
          },
          {
            path: 'resolutions/:id',
            lazy: gated(
              ['resolution.read'],
              async () => (await import('./pages/resolutions/resolution.tsx')).ResolutionPage,
            ),
          },
          {
            path: 'sessions',
            lazy: gated(['session.read'], async () => (await import('./pages/sessions/sessions.tsx')).Sessions),
          },
          {
            path: 'sessions/new',
            lazy: gated(
              ['session.change'],
              async () => (await import('./pages/new-session/new-session.tsx')).NewSession,
            ),
          },
          {
            path: 'members',
            lazy: gated(['member.read'], async () => (await import('./pages/members/members.tsx')).Members),
          },
          {
            path: 'members/twins',
            lazy: gated(['register.import'], async () => (await import('./pages/members/twins/twins.tsx')).Twins),
          },
          {
            path: 'members/imports',
            lazy: gated(['register.import'], async () => (await import('./pages/member-imports/imports.tsx')).Imports),
          },
          {
            path: 'members/imports/:id',
            lazy: gated(
              ['register.import'],
              async () => (await import('./pages/member-imports/import.tsx')).ImportPage,
            ),
          },
          {
            path: 'members/:id',
            lazy: gated(['member.read'], async () => (await import('./pages/members/member.tsx')).MemberPage),
          },
          { path: 'cells', lazy: gated(['figures.read'], async () => (await import('./pages/cells/cells.tsx')).Cells) },
          {
            path: 'data-requests',
            lazy: gated(['request.manage'], async () => (await import('./pages/data-requests/requests.tsx')).Requests),
          },
          {
            path: 'data-requests/rules',
            lazy: gated(['request.manage'], async () => (await import('./pages/data-requests/rules.tsx')).RulesPage),
          },
          {
            path: 'data-requests/:id',
            lazy: gated(
              ['request.manage'],
              async () => (await import('./pages/data-requests/request.tsx')).RequestPage,
            ),
          },
          {
            path: 'accounts',
            lazy: gated(['account.manage'], async () => (await import('./pages/accounts/accounts.tsx')).Accounts),
          },
          {
            path: 'accounts/:id',
            lazy: gated(['account.manage'], async () => (await import('./pages/accounts/account.tsx')).AccountPage),
          },
          {
            path: 'devices',
            lazy: gated(['device.manage'], async () => (await import('./pages/devices/devices.tsx')).Devices),
          },
          { path: 'tokens', lazy: async () => ({ Component: (await import('./pages/tokens/tokens.tsx')).Tokens }) },
          {
            path: 'workplaces',
            lazy: async () => ({ Component: (await import('./pages/workplaces/workplaces.tsx')).Workplaces }),
          },
          { path: 'audit', lazy: gated(['audit.read'], async () => (await import('./pages/audit/audit.tsx')).Audit) },
          { path: 'me', lazy: async () => ({ Component: (await import('./pages/me/me.tsx')).MePage }) },
          { path: 'more', lazy: async () => ({ Component: (await import('./pages/more/more.tsx')).More }) },
          {
            path: 'sessions/:id',
            lazy: gated(['session.read'], async () => (await import('./pages/session/session-frame.tsx')).SessionFrame),
            ErrorBoundary: PageError,
            children: [
              {
                index: true,
                lazy: async () => ({ Component: (await import('./pages/session/overview.tsx')).Overview }),
              },
              {
                path: 'plan',
                lazy: gated(['session.change'], async () => (await import('./pages/plan/plan.tsx')).Plan),
              },
              {
                path: 'classes',
                lazy: gated(['session.change'], async () => (await import('./pages/classes/classes.tsx')).Classes),
              },
              { path: 'roll', lazy: gated(['roll.mark'], async () => (await import('./pages/roll/roll.tsx')).Roll) },
              {
                path: 'figures',
                lazy: gated(['figures.read'], async () => (await import('./pages/figures/figures.tsx')).FiguresPage),
              },
              {
                path: 'documents',
                lazy: gated(
                  ['paper.figures', 'paper.names'],
                  async () => (await import('./pages/documents/documents.tsx')).Documents,
                ),
              },
            ],
          },
          { path: '*', Component: NotFound },
        ],
      },
    ],
  },
]);
