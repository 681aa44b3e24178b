import type { KindName } from './lexeme.js';

/**
 * The words that rules speak of, by kind; `word=3` gives the lexeme the value 3. Lower case, tone marks as in `hòa`; the lexer
 * takes the other placement too. Words of several syllables win over their beginnings.
 */
export const WORDS: Partial<Record<KindName, string>> = {
  NumWord: 'một=1, hai=2, ba=3, bốn=4, sáu=6, bảy=7, bẩy=7, tám=8, chín=9, mười=10',
  Fourth: 'tư=4',
  Roman:
    'i=1, ii=2, iii=3, iv=4, v=5, vi=6, vii=7, viii=8, ix=9, x=10, xi=11, xii=12, xiii=13, xiv=14, xv=15, xvi=16, xvii=17, xviii=18, xix=19, xx=20, xxi=21',
  NumPart: 'mươi, mốt, lăm, nhăm, chục, trăm',
  Few: 'mấy, vài, vài ba, một vài, dăm, dăm ba, đôi ba, ít, một số',
  Many: 'nhiều, bao nhiêu, không ít',
  Tens: 'hàng chục, hàng trăm, hàng nghìn, hàng ngàn, hàng triệu, hàng vạn, nhiều chục, vài chục, vài trăm, mấy chục, mấy trăm, hàng tỉ, hàng tỷ, hàng loạt',
  Half: 'nửa',
  AndHalf: 'rưỡi, rưởi',
  Less: 'kém',

  SecondWord: 'giây',
  MinuteWord: 'phút',
  HourWord: 'giờ',
  HourMark: 'h=0, g=1',
  Meridiem: 'am=0, pm=1',
  MinuteMark: 'ph, p',
  Hours: 'tiếng, tiếng đồng hồ, giờ đồng hồ',
  DayWord: 'ngày',
  HomWord: 'hôm, bữa',
  WeekWord: 'tuần, tuần lễ',
  MonthWord: 'tháng',
  QuarterWord: 'quý, quí',
  YearWord: 'năm',
  DecadeWord: 'thập niên, thập kỷ, thập kỉ',
  CenturyWord: 'thế kỷ, thế kỉ',
  Season: 'mùa xuân=0, mùa hè=1, mùa hạ=1, mùa thu=2, mùa đông=3',
  SeasonShort: 'xuân=0, hè=1, thu=2, đông=3',
  DayNight: 'ngày đêm',

  WeekdayWord: 'thứ',
  Sunday: 'chủ nhật=7, chúa nhật=7',
  PartOfDay:
    'sáng=0, rạng sáng=0, sáng sớm=0, tờ mờ sáng=0, tảng sáng=0, chạng vạng tối=3, nhá nhem tối=3, mờ sáng=0, gần sáng=0, rạng ngày=0, trưa=1, giữa trưa=1, buổi trưa=1, ban trưa=1, chiều=2, chiều muộn=2, xế chiều=2, buổi chiều=2, ban chiều=2, ' +
    'chiều tối=3, tối=3, tối muộn=3, buổi tối=3, buổi sáng=0, buổi sáng sớm=0, sáng muộn=0, buổi chiều tối=3, buổi đêm=4, buổi khuya=4, ban sáng=0, ban tối=3, sẩm tối=3, chập tối=3, đêm=4, đêm muộn=4, đêm khuya=4, khuya=4, khuya muộn=4, nửa đêm=4, giữa đêm=4, ban đêm=4, buổi đêm=4, hôm tối=3, sáng tinh mơ=0, tối khuya=4, xế trưa=2, trưa chiều=2',
  HourPart: 'đầu giờ=0, giữa giờ=1, cuối giờ=2',
  NearDayWord:
    'hôm nay=0, ngày hôm nay=0, bữa nay=0, hôm qua=-1, ngày hôm qua=-1, bữa qua=-1, hôm kia=-2, ngày hôm kia=-2, ngày mai=1, hôm mai=1, ngày kia=2, ngày mốt=2, mốt=2',
  LineDayWord:
    'cùng ngày=0, cùng hôm=0, hôm đó=0, hôm ấy=0, ngày đó=0, ngày ấy=0, ngày hôm đó=0, ngày hôm ấy=0, bữa đó=0, bữa ấy=0, hôm sau=1, ngày hôm sau=1, bữa sau=1, ngày kế tiếp=1, hôm trước=-1, ngày hôm trước=-1',
  Tomorrow: 'mai=1',

  This: 'này=0',
  Now: 'nay=0',
  Past: 'qua=-1',
  Ago: 'trước=-1, trước nữa=-2',
  Already: 'rồi=-1',
  After: 'sau=1, sau nữa=2',
  Next: 'sắp tới=1, tới đây=1, sắp tới đây=1',
  Toward: 'tới=1',
  JustPast: 'vừa qua=-1, vừa rồi=-1, mới đây=-1',
  Recently: 'gần đây=1, trở lại đây, lại đây, gần nhất, gần đây nhất',
  Following: 'tiếp theo, kế tiếp, tiếp đó, sau này',
  OnEnd: 'liên tiếp, liền, liên tục',
  LastYear: 'ngoái=-1',
  NearYearWord: 'năm kia=-2',
  Into: 'sang',
  That: 'đó=0, ấy=0, đấy=0',
  Same: 'cùng',
  More: 'nữa',
  AgoHead: 'cách đây=0, cách nay=0, cách đó=1',
  Approximate: 'khoảng, gần, hơn, đúng, chừng, tròn, khoảng chừng',
  AgoHere: 'trước đây',
  BeforeThat: 'trước đó=-1, trước đấy=-1',
  AfterThat: 'sau đó=1, sau đấy=1',
  Start:
    'đầu, những ngày đầu, những ngày đầu của, các ngày đầu, vài ngày đầu, những tháng đầu, các tháng đầu, những năm đầu, những tuần đầu, thượng tuần, mấy ngày đầu, nửa đầu=1, những năm đầu của, những tháng đầu của, đầu của',
  Mid: 'giữa, trung tuần, những ngày giữa, những năm giữa',
  End: 'cuối, những ngày cuối, những ngày cuối cùng của, những ngày cuối của, các ngày cuối, những tháng cuối, các tháng cuối, những tháng cuối cùng của, những năm cuối, những năm cuối của, những tuần cuối, hạ tuần, nửa cuối=1, nửa sau=1, mấy ngày cuối, nửa cuối của=1, những ngày cuối cùng, những tháng cuối cùng',
  Those: 'những, các',
  Nth: 'thứ mấy',
  First: 'đầu tiên, cuối cùng',

  Each: 'mỗi, hàng=1, hằng, từng=2',
  Times: 'lần, chuyến, bữa ăn, suất',
  Every: 'một lần',

  From: 'từ, kể từ',
  To: 'đến, cho đến, cho tới, đến hết, tới hết',
  TillNow: 'đến nay, cho đến nay, tới nay, cho tới nay, đến giờ, đến bây giờ, đến hiện tại, đến hiện nay',
  And: 'và, hoặc, hay, cùng với, lẫn',
  Of: 'của',
  In: 'trong, vào',
  At: 'lúc, hồi, vào lúc, vào hồi, vào khoảng, tầm',
  Falls: 'rơi vào, nhằm, tức, tức là, trúng vào, tức ngày, nhằm vào, rơi đúng vào',
  Is: 'là',
  Born: 'sn',

  Mung: 'mùng, mồng',
  Ram: 'rằm',
  LunarMonth: 'tháng giêng=1, tháng chạp=12, giêng=1, chạp=12',
  LunarWord: 'âm lịch, âl',
  SolarWord: 'dương lịch',
  Tet: 'tết, tết nguyên đán, tết âm lịch, tết cổ truyền, tết ta, nguyên đán',
  TetEve: 'giao thừa, đêm giao thừa, đêm trừ tịch',
  Holiday:
    'giáng sinh=1225, noel=1225, tết dương lịch=101, tết tây=101, quốc khánh=902, valentine=214, lễ tình nhân=214, halloween=1031, ' +
    'quốc tế lao động=501, quốc tế thiếu nhi=601, quốc tế phụ nữ=308, nhà giáo việt nam=1120, cá tháng tư=401',
  LunarHoliday:
    'trung thu=815, tết trung thu=815, đoan ngọ=505, tết đoan ngọ=505, giỗ tổ hùng vương=310, giỗ tổ=310, vu lan=715, nguyên tiêu=115, tết nguyên tiêu=115, ông công ông táo=1223, phật đản=415',
  CanChi:
    'giáp tý=0, giáp tí=0, ất sửu=1, bính dần=2, đinh mão=3, đinh mẹo=3, mậu thìn=4, kỷ tỵ=5, kỷ tị=5, kỉ tỵ=5, kỉ tị=5, canh ngọ=6, tân mùi=7, nhâm ' +
    'thân=8, quý dậu=9, quí dậu=9, giáp tuất=10, ất hợi=11, bính tý=12, bính tí=12, đinh sửu=13, mậu dần=14, kỷ mão=15, kỷ mẹo=15, kỉ mão=15, kỉ mẹo=15, ' +
    'canh thìn=16, tân tỵ=17, tân tị=17, nhâm ngọ=18, quý mùi=19, quí mùi=19, giáp thân=20, ất dậu=21, bính tuất=22, đinh hợi=23, mậu tý=24, mậu tí=24, kỷ ' +
    'sửu=25, kỉ sửu=25, canh dần=26, tân mão=27, tân mẹo=27, nhâm thìn=28, quý tỵ=29, quý tị=29, quí tỵ=29, quí tị=29, giáp ngọ=30, ất mùi=31, bính ' +
    'thân=32, đinh dậu=33, mậu tuất=34, kỷ hợi=35, kỉ hợi=35, canh tý=36, canh tí=36, tân sửu=37, nhâm dần=38, quý mão=39, quý mẹo=39, quí mão=39, quí ' +
    'mẹo=39, giáp thìn=40, ất tỵ=41, ất tị=41, bính ngọ=42, đinh mùi=43, mậu thân=44, kỷ dậu=45, kỉ dậu=45, canh tuất=46, tân hợi=47, nhâm tý=48, nhâm ' +
    'tí=48, quý sửu=49, quí sửu=49, giáp dần=50, ất mão=51, ất mẹo=51, bính thìn=52, đinh tỵ=53, đinh tị=53, mậu ngọ=54, kỷ mùi=55, kỉ mùi=55, canh ' +
    'thân=56, tân dậu=57, nhâm tuất=58, quý hợi=59, quí hợi=59',
  BC: 'tcn, trước công nguyên, tr cn, trước cn',
  AD: 'scn, sau công nguyên, công nguyên',

  Vague:
    'hiện nay=0, hiện tại=0, bây giờ=0, mới đây=-1, thời gian qua=-1, thời gian vừa qua=-1, thời gian gần đây=-1, mới đây nhất=-1, những ngày qua=-1, ' +
    'những ngày gần đây=-1, những năm gần đây=-1, những tháng gần đây=-1, những tuần gần đây=-1, những năm qua=-1, những tháng qua=-1, những tuần qua=-1, những ngày vừa qua=-1, những năm vừa qua=-1, những tháng vừa qua=-1, ' +
    'thời gian tới=1, thời gian sắp tới=1, những ngày tới=1, những năm tới=1, những tháng tới=1, những tuần tới=1, những ngày sắp tới=1, những năm sắp tới=1, mấy hôm qua=-1, mấy hôm nay=-1, mấy bữa nay=-1, ' +
    'những năm trở lại đây=-1, các năm gần đây=-1',
};

/** What words of a kind mean where the list gives them no value: `UNITS` by their place, numbers that are not told. */
export const VALUES: Partial<Record<KindName, number>> = {
  SecondWord: 0,
  MinuteWord: 1,
  HourWord: 2,
  Hours: 2,
  DayWord: 3,
  DayNight: 3,
  WeekWord: 4,
  MonthWord: 5,
  QuarterWord: 6,
  YearWord: 7,
  DecadeWord: 8,
  CenturyWord: 9,
  Few: -1,
  Many: -1,
  Tens: -1,
  Half: -2,
};
