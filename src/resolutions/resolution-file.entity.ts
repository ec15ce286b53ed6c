import { Entity, PrimaryColumn, Column } from 'typeorm';

/** A file that is the text of a resolution. */
@Entity()
export class ResolutionFile {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  fileId: string;

  @Column('uuid')
  resolutionId: string;
}
