package news.slugline.ingest.format.notice;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Writes dates and times of Chinese, Japanese and Korean lines with separators, and parts the words around them. */
final class EastAsianDates {

    private static final Pattern EAST_ASIAN =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]");
    private static final Pattern DATE =
            Pattern.compile("(?:(\\d{4})\\s?[年년]\\s?)?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日號号일]");
    private static final String AM = "上午|早上|早晨|凌晨|午前|清晨|오전|새벽";
    private static final String PM = "下午|晚上|晚间|傍晚|午後|夜|오후|저녁|밤";
    private static final Pattern TIME = Pattern.compile("(" + AM + "|" + PM
            + ")?\\s?(\\d{1,2})\\s?(?:[时時点點시]\\s?(?:(\\d{1,2})\\s?[分분]|(半|반)|整)?|[:：](\\d{2}))(?!\\d)");
    private static final Pattern WORD =
            Pattern.compile("(?:星期|周|週)[一二三四五六日天]|[月火水木金土日]曜日?|[월화수목금토일]요일|今天|今日|本日|明天|明日|오늘|내일"
                    + "|(?:北京|東京|日本|格林尼治|香港|台灣|台北|한국|伦敦|世界标准)\\s?(?:时间|時間|시간)|正午|中午|정오|午夜|半夜|자정"
                    + "|까지|부터|まで|以降|直到|之前|至|前|解禁(?:日?時間?|时间)?|엠바고|보도|해제|报道|報道");

    private EastAsianDates() {}

    static String rewritten(String line) {
        if (!EAST_ASIAN.matcher(line).find()) {
            return line;
        }
        String dated = DATE.matcher(line)
                .replaceAll(date -> " " + (date.group(1) == null ? "" : date.group(1)) + "-" + two(date.group(2)) + "-"
                        + two(date.group(3)) + " ");
        String timed = TIME.matcher(dated).replaceAll(EastAsianDates::time);
        return WORD.matcher(timed).replaceAll(" $0 ");
    }

    private static String time(MatchResult time) {
        String half = time.group(1) == null ? "" : time.group(1);
        int hour = Integer.parseInt(time.group(2));
        if (half.matches(PM) && hour < 12) {
            hour += 12;
        }
        String minute = time.group(3) != null
                ? two(time.group(3))
                : time.group(5) != null ? time.group(5) : time.group(4) == null ? "00" : "30";
        return " " + two(String.valueOf(hour)) + ":" + minute + " ";
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }
}
