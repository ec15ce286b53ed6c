import { ConfigProvider } from 'antd';
import viVN from 'antd/es/locale/vi_VN';
import dayjs from 'dayjs';
import 'dayjs/locale/vi';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useMemo } from 'react';
import { RouterProvider } from 'react-router';
import { Problem } from './api/problem.ts';
import { ProofDialog } from './parts/proof-dialog.tsx';
import { router } from './routes.tsx';
import { nonce } from './theme/style-nonce.ts';
import { antdTheme } from './theme/antd-theme.ts';
import { useScheme } from './theme/scheme.ts';

dayjs.locale('vi');

/** The heads of the calendar say themselves which month and year they are: a label beside it would say something else. */
const { DatePicker } = viVN;
const locale = {
  ...viVN,
  ...(DatePicker && { DatePicker: { ...DatePicker, lang: { ...DatePicker.lang, monthSelect: '', yearSelect: '' } } }),
};

/** What opens over a page is part of it: those who listen find it among the page's contents. */
const inMain = (opener?: HTMLElement): HTMLElement => opener?.closest<HTMLElement>('main') ?? document.body;

const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** A refusal stays a refusal: only a server that did not answer is asked again. */
const retry = (count: number, error: Error): boolean => error instanceof Problem && error.isNoServer && count < 2;
const queries = new QueryClient({ defaultOptions: { queries: { retry, staleTime: 10_000 } } });

export function App() {
  const scheme = useScheme();
  const theme = useMemo(() => antdTheme(scheme, isStill), [scheme]);
  return (
    <ConfigProvider
      locale={locale}
      theme={theme}
      csp={{ nonce }}
      wave={{ disabled: true }}
      getPopupContainer={inMain}
      form={{ requiredMark: false }}
      button={{ autoInsertSpace: false }}
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
        <ProofDialog />
      </QueryClientProvider>
    </ConfigProvider>
  );
}
