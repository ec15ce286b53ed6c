import { createBrowserRouter } from 'react-router';
import { NotFound } from './shell/not-found.tsx';
import { PageError } from './shell/page-error.tsx';
import { Shell } from './shell/shell.tsx';

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
        Component: Shell,
        ErrorBoundary: PageError,
        children: [
          { index: true, lazy: async () => ({ Component: (await import('./pages/home/home.tsx')).Home }) },
          {
            path: 'resolutions',
            lazy: async () => ({ Component: (await import('./pages/resolutions/resolutions.tsx')).Resolutions }),
          },
          {
            path: 'resolutions/:id',
            lazy: async () => ({ Component: (await import('./pages/resolutions/resolution.tsx')).ResolutionPage }),
          },
          {
            path: 'sessions',
            lazy: async () => ({ Component: (await import('./pages/sessions/sessions.tsx')).Sessions }),
          },
          {
            path: 'sessions/new',
            lazy: async () => ({ Component: (await import('./pages/new-session/new-session.tsx')).NewSession }),
          },
          { path: 'members', lazy: async () => ({ Component: (await import('./pages/members/members.tsx')).Members }) },
          {
            path: 'members/:id',
            lazy: async () => ({ Component: (await import('./pages/members/member.tsx')).MemberPage }),
          },
          { path: 'cells', lazy: async () => ({ Component: (await import('./pages/cells/cells.tsx')).Cells }) },
          { path: 'more', lazy: async () => ({ Component: (await import('./pages/more/more.tsx')).More }) },
          {
            path: 'sessions/:id',
            lazy: async () => ({ Component: (await import('./pages/session/session-frame.tsx')).SessionFrame }),
            ErrorBoundary: PageError,
            children: [
              {
                index: true,
                lazy: async () => ({ Component: (await import('./pages/session/overview.tsx')).Overview }),
              },
              { path: 'plan', lazy: async () => ({ Component: (await import('./pages/plan/plan.tsx')).Plan }) },
              {
                path: 'classes',
                lazy: async () => ({ Component: (await import('./pages/classes/classes.tsx')).Classes }),
              },
              { path: 'roll', lazy: async () => ({ Component: (await import('./pages/roll/roll.tsx')).Roll }) },
              {
                path: 'figures',
                lazy: async () => ({ Component: (await import('./pages/figures/figures.tsx')).FiguresPage }),
              },
              {
                path: 'documents',
                lazy: async () => ({ Component: (await import('./pages/documents/documents.tsx')).Documents }),
              },
            ],
          },
          { path: '*', Component: NotFound },
        ],
      },
    ],
  },
]);
