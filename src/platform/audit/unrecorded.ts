import { type CustomDecorator, SetMetadata } from '@nestjs/common';

export const UNRECORDED = 'unrecorded';

/** For a route that is called like a change and changes nothing, or whose change is a record by itself. @param why in words */
export const Unrecorded = (why: string): CustomDecorator => SetMetadata(UNRECORDED, why);
