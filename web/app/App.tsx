// The application: theme, queries and routes around every screen.
import { MantineProvider, v8CssVariablesResolver } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { MutationCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { LeftOffline } from './LeftOffline.tsx';
import { router } from './router.tsx';
import { useLeft } from './session.ts';
import { theme } from './theme.ts';

const queries = new QueryClient({
  mutationCache: new MutationCache(),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // What the server refuses stays refused; what nobody answered is asked again.
      retry: (times, error) => times < 2 && 'status' in error && (error.status === 0 || error.status === 503),
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

export function App() {
  const left = useLeft();
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" cssVariablesResolver={v8CssVariablesResolver}>
      <QueryClientProvider client={queries}>
        <Notifications position="bottom-center" autoClose={6_000} />
        {left ? <LeftOffline /> : <RouterProvider router={router} />}
      </QueryClientProvider>
    </MantineProvider>
  );
}
