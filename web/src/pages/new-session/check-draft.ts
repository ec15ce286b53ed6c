import { bareNumber, type Draft, type Studied, titleOf, typedPeople } from './draft.ts';

/** Faults by the field they stand at. */
export type Faults = Record<string, string>;

/** What a session cannot be made without; a word at each field that lacks it. */
export function faultsOf(draft: Draft, studied: Studied | null): Faults {
  return {
    ...(draft.isNewResolution
      ? resolutionFaults(draft)
      : !studied && { 'resolution.id': 'Chọn nghị quyết, hoặc nhập nghị quyết mới.' }),
    ...basisFaults(draft),
    ...(!draft.heldOn && { heldOn: 'Chọn ngày họp.' }),
    ...(!draft.venue.trim() && { venue: 'Ghi nơi họp.' }),
    ...hourFaults(draft),
    ...(!titleOf(draft, studied).trim() && { title: 'Ghi tên hội nghị.' }),
    ...(typedPeople(draft.presenters).some(({ name }) => name.length > 100) && {
      presenters: 'Tên người truyền đạt đứng trước dấu phẩy đầu tiên.',
    }),
  };
}

function resolutionFaults({ resolution: { title, issuer, issuedOn } }: Draft): Faults {
  return {
    ...(!title.trim() && { 'resolution.title': 'Ghi tên nghị quyết.' }),
    ...(!issuer.trim() && { 'resolution.issuer': 'Ghi cơ quan ban hành.' }),
    ...(!issuedOn && { 'resolution.issuedOn': 'Chọn ngày ban hành.' }),
  };
}

function basisFaults({ basis: { number, issuer, issuedOn } }: Draft): Faults {
  if (!bareNumber(number)) return {};
  return {
    ...(issuer?.trim() === '' && { 'basis.issuer': 'Ghi cơ quan ra kế hoạch này.' }),
    ...(!issuedOn && { 'basis.issuedOn': 'Chọn ngày của căn cứ.' }),
  };
}

function hourFaults({ classes }: Draft): Faults {
  return Object.fromEntries(
    classes.flatMap(({ startsAt }, index) => (startsAt ? [] : [[`classes[${index}].startsAt`, 'Ghi giờ, như 8h00.']])),
  );
}
