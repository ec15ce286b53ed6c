import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { Empty, Failure } from '../../parts/notice.tsx';
import { SkeletonRows } from '../../parts/skeleton-rows.tsx';
import { MemberRows, MemberTable } from './member-table.tsx';

const { client, dataOf } = api;

/** Nine digits and more are no name: they are looked up whole, and stand neither in the address nor in the history. */
export const looksLikeNumber = (typed: string): boolean =>
  /^[+\d\s.()-]+$/.test(typed) && typed.replaceAll(/\D/g, '').length >= 9;

/** Who has exactly this citizen number or phone. */
export function FoundByNumber({ number }: { number: string }) {
  const found = useQuery({
    queryKey: ['members', 'look-up', number],
    queryFn: () => dataOf(client.POST('/api/v1/members/look-up', { body: { number } })),
    gcTime: 0,
    retry: false,
  });
  if (found.isError) return <Failure error={found.error} what="Chưa tìm được theo số này" />;
  if (!found.data) return <SkeletonRows rows={2} height={45} />;
  const { items } = found.data;
  if (items.length === 0)
    return <Empty title="Không có ai ghi số này">Gõ đủ số căn cước hoặc số điện thoại, không gõ một phần.</Empty>;
  return (
    <>
      <p className="members-count" role="status">
        {items.length} đảng viên ghi đúng số này.
      </p>
      <MemberTable rows={items.length}>
        <tbody>
          <MemberRows members={items} from={0} chosen="" choose={() => false} />
        </tbody>
      </MemberTable>
    </>
  );
}
