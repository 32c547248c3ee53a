/// The record: everything the desk keeps, behind one port.
///
/// Bodies are synchronous, run on the store's own threads, may run again from the start after a conflict, and so do
/// nothing but read and write through what they are given. What a body wrote is durable when `write` returns, or none
/// of it happened.
public protocol Record: Sendable {
  func read<T: Sendable>(_ body: @escaping @Sendable (any RecordReading) throws -> T) async throws
    -> T
  /// A statement that fails ends the transaction, also where the body catches the error.
  @discardableResult
  func write<T: Sendable>(_ body: @escaping @Sendable (any RecordWriting) throws -> T) async throws
    -> T
  /// An element after commits of any process on the same record; several commits may share one.
  func commits() -> AsyncStream<Void>
  /// Purges what erased words left behind in the database's own structures; now and then, in small steps.
  func forgetErasedTerms() async throws
  /// Leaves nothing of what was erased in the database's own files, as far as the database can; takes as long as
  /// copying it does, and others wait for it to write.
  func purge() async throws
}

/// All that can be read in one transaction, room by room.
public protocol RecordReading: ListenReading, RouteReading, TalkReading, CorrectReading,
  CountReading, KnowReading, JoinReading, WishReading, RightsReading, HoldReading, SupportReading,
  SecondLookReading
{}

/// All that can be written in one transaction. Each change of state also writes its `Event`.
public protocol RecordWriting: RecordReading, ListenWriting, RouteWriting, TalkWriting,
  CorrectWriting, CountWriting, KnowWriting, JoinWriting, WishWriting, RightsWriting, HoldWriting,
  SupportWriting, SecondLookWriting
{}
