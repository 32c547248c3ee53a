/// Compares secrets.
public enum ConstantTime {
  /// Looks at every byte: the time taken tells nothing about where the first difference stands, so that nobody spells a
  /// secret out by trying.
  public static func isEqual(_ a: some Collection<UInt8>, _ b: some Collection<UInt8>) -> Bool {
    a.count == b.count && zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
