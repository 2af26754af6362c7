import Reading
import Testing

struct TextLanguageTests {
    @Test(arguments: [
        ("The ministry of the interior was given a system by a vendor.", "en"),
        ("公安部采购了一套视频监控系统。", "zh-Hans"),
        ("內政部採購了一套視訊監控系統。", "zh-Hant"),
        ("公安部采购了 Lanhai Cloud 的系统，并由 Corvine 运营。", "zh-Hans"),
        ("Le ministère de l'Intérieur et les fournisseurs des services sur le cloud.", "fr"),
        ("El ministerio y los proveedores de una red para las ciudades.", "es"),
        ("Das Ministerium und die Anbieter: der Vertrag ist nicht öffentlich.", "de"),
        ("内務省はシステムを導入しました。", "ja"),
        ("Министерство купило систему.", "ru"),
        ("1234 5678", "und"),
        ("", "und"),
    ])
    func `a text's language is told`(text: String, language: String) {
        #expect(LanguageDetector.language(of: text) == language)
    }
}
