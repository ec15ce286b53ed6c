import type { Schemas } from '../../api/client.ts';

type Part = keyof Schemas['NarrativeDto'];

/** What the office writes for its report, and where each part is printed. */
export const narrativeParts: readonly { part: Part; name: string; place: string }[] = [
  { part: 'leadership', name: 'Lãnh đạo, chỉ đạo', place: 'Báo cáo, mục I, câu mở đầu' },
  { part: 'content', name: 'Nội dung đã học', place: 'Báo cáo, mục II.1, và thân tin bài' },
  { part: 'writeUps', name: 'Viết thu hoạch', place: 'Báo cáo, mục II.2' },
  { part: 'publicity', name: 'Tuyên truyền', place: 'Báo cáo, mục II.3' },
  { part: 'actionPlan', name: 'Kế hoạch thực hiện', place: 'Báo cáo, mục II.4' },
  { part: 'strengths', name: 'Ưu điểm', place: 'Báo cáo, mục III.1, và cuối tin bài' },
  { part: 'shortcomings', name: 'Hạn chế', place: 'Báo cáo, mục III.2' },
  { part: 'makeUp', name: 'Học bù', place: 'Báo cáo, mục IV, trước nhiệm vụ' },
  { part: 'tasks', name: 'Nhiệm vụ thời gian tới', place: 'Báo cáo, mục IV' },
];
