extension [UInt8] {
  /// Where `mark` next stands, from a place on; nowhere where it is empty. A loop over bytes: the general search of the
  /// library takes seconds for a picture.
  package func place(of mark: [UInt8], from start: Int = 0) -> Int? {
    guard let first = mark.first, count >= mark.count else { return nil }
    return withUnsafeBufferPointer { bytes in
      var at = start
      let last = bytes.count - mark.count
      while at <= last {
        if bytes[at] == first {
          var length = 1
          while length < mark.count, bytes[at + length] == mark[length] { length += 1 }
          if length == mark.count { return at }
        }
        at += 1
      }
      return nil
    }
  }
}
