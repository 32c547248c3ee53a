/// The name of a kind of place where people talk, as stored: `mastodon`, `feeds`, `practice`.
public struct NetworkName: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible
{
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(_ name: String) { rawValue = name }
  public var description: String { rawValue }
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// An id that a network gave. Opaque outside that network's own target: stored, compared, handed back, never read.
public struct RemoteID: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(_ value: String) { rawValue = value }
  public var description: String { rawValue }
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
