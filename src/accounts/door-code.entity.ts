import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A short code with which one device becomes the device of these classes' doors. */
@Entity()
export class DoorCode {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('bytea')
  codeHash: Buffer;

  @Column('uuid')
  sessionId: string;

  @Column('uuid', { array: true })
  classIds: string[];

  @Column('timestamptz')
  createdAt: Date;

  @Column('uuid')
  createdBy: string;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
