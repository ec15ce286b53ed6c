import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which resolutions a session studies, in order. */
@Entity()
export class SessionResolution {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  sessionId: string;

  @PrimaryColumn('uuid')
  resolutionId: string;

  @Column('integer')
  position: number;
}

/** Who conveys the resolution. */
@Entity()
export class Presenter {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  sessionId: string;

  @PrimaryColumn('integer')
  position: number;

  @Column('text')
  name: string;

  @Column('text')
  office: string;
}

/** A leader who attends, in protocol order; never in the members' rate. */
@Entity()
export class Delegate {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  sessionId: string;

  @PrimaryColumn('integer')
  position: number;

  @Column('text')
  name: string;

  @Column('text')
  office: string;
}

/** Others who attend, by category; never in the members' rate. */
@Entity()
export class Guest {
  @PrimaryColumn('uuid')
  committeeId: string;

  @PrimaryColumn('uuid')
  sessionId: string;

  @PrimaryColumn('integer')
  position: number;

  @Column('text')
  category: string;

  /** Null where nobody has counted. */
  @Column('integer', { nullable: true })
  count: number | null;
}
