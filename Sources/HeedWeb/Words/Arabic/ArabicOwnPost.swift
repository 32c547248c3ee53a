extension OwnPostWords {
  static let arabic: OwnPostWords = {
    var words = OwnPostWords.english
    words.editTitle = "عدّل ما قلتموه"
    words.editLead = "تبقى الصياغة السابقة في سجلكم."
    words.text = "كلماتكم"
    words.change = "عدّل هناك"
    words.deleteTitle = "أتحذف ما قلتموه؟"
    words.deleteLead = { place in
      """
      يُزال من \(place). يحفظ سجلكم أنه قيل ومن قاله. لإصلاح خطأ، التصحيح ألطف من الصمت في \
      أحيان كثيرة.
      """
    }
    words.delete = { place in "احذفه من \(place)" }
    return words
  }()
}
