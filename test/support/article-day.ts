import { ApiClient } from '../../demo/api-client.js';
import { plantWard } from '../../demo/plant.js';
import { generateWard } from '../../demo/ward/ward.js';
import type { SessionFiguresDto } from '../../src/attendance/attendance.dto.js';
import { firstRunBody, startTestApp, type TestApp } from './test-app.js';

/** The ward of the article after its day, planted through the API as the demo does it. */
export interface ArticleDay {
  test: TestApp;
  api: ApiClient;
  sessionId: string;
  figures: SessionFiguresDto;
  /** A paper of the session, dated `REPORTED_ON` unless told otherwise. */
  paper(report: string, format: string, query?: Record<string, string>): Promise<Buffer>;
}

/** The day of the papers: HD 05 is in force on it. */
export const REPORTED_ON = '2026-11-23';

export async function prepareArticleDay(settings: Record<string, string> = {}): Promise<ArticleDay> {
  const test = await startTestApp(settings);
  const api = new ApiClient(test.app);
  const ward = generateWard();
  await test.firstRun(ward.committee);
  const { loginName, password } = firstRunBody.account;
  await api.send('POST', '/sign-in', { loginName, password });
  const sessionId = await plantWard(api, ward);
  const figures = await api.send<SessionFiguresDto>('GET', `/sessions/${sessionId}/figures`);
  const paper: ArticleDay['paper'] = (report, format, query = {}) => {
    const asked = new URLSearchParams({ reportedOn: REPORTED_ON, ...query }).toString();
    return api.download(`/sessions/${sessionId}/reports/${report}/${format}?${asked}`);
  };
  return { test, api, sessionId, figures, paper };
}
