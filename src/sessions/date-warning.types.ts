/** Two dates that stand in the wrong order: what a clerk is asked to look at. */
export class DateWarning {
  code: 'session.before-basis' | 'session.before-resolution' | 'basis.before-resolution';
  message: string;
}
