import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsUUID } from 'class-validator';
import { IsText } from '../platform/http/rules.js';

export class SaveCellGroupDto {
  @IsText(200)
  name: string;

  /** Cells in the order of the group. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  cellIds: string[];
}

export class CellGroupDto {
  id: string;
  name: string;
  cellIds: string[];
}
