/// Words that turn round what is said behind them, in the languages that the tone model knows.
enum Negators {
  /// As `TextFeatures` folds a word.
  static let hashes: Set<UInt32> = Set(
    words.split(separator: " ").map { word in
      word.unicodeScalars.reduce(FeatureHash.start) { FeatureHash.add($1.value, to: $0) }
    })

  private static let words = [
    "not no never neither nor none nothing nobody without cannot cant dont doesnt didnt isnt wasnt",
    "arent werent wont wouldnt couldnt shouldnt hasnt havent hadnt aint hardly barely",
    "nicht kein keine keinen keinem keiner nie niemals nix ohne",
    "pas jamais rien aucun aucune sans ni",
    "ningún ninguna nunca jamás nada sin tampoco",
    "não nao nem nunca nenhum nenhuma sem",
    "non mai nessuno nessuna niente senza né",
    "nahi nahin mat na",
    "لا ليس لم لن ما مش مو غير بدون",
  ].joined(separator: " ")
}
