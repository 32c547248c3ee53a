/// The words of a text as the readers count them: handles, addresses, tags and figures are none.
public enum ReadWords {
  public static func count(_ text: String) -> Int {
    Pieces(text).all.count { $0.kind == .word }
  }
}
