extension SQLError {
  /// The same refusal, saying which set of `runMany` met it, counted from one.
  public func inSet(_ number: Int, of count: Int) -> SQLError {
    var error = self
    error.message += " (set \(number) of \(count))"
    return error
  }
}
