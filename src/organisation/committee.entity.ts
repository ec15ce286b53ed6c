import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The base committee: the tenant, and how its papers name it and are signed. Its own name stands in the tree. */
@Entity()
export class Committee {
  @PrimaryColumn('uuid')
  id: string;

  /** `Đảng ủy phường Sài Đồng` */
  @Column('text')
  bodyName: string;

  /** `Đảng bộ quận Long Biên` */
  @Column('text')
  superiorName: string;

  /** `Quận ủy Long Biên` */
  @Column('text')
  superiorBodyName: string;

  @Column('text')
  place: string;

  /** `ĐU` */
  @Column('text')
  documentCode: string;

  /** `T/M ĐẢNG ỦY` */
  @Column('text')
  signingPower: string;

  @Column('text')
  signerPost: string;

  @Column('text')
  signerName: string;

  @Column('text', { array: true })
  recipients: string[];

  /** How long the device that made a mark may take it back without a reason. */
  @Column('integer')
  undoSeconds: number;

  /** Whether viewers of the superior committees see names, and not only figures. */
  @Column('boolean')
  showsNamesAbove: boolean;

  /** Whether administrators and those who may export must have a second factor. */
  @Column('boolean')
  demandsSecondFactor: boolean;
}
