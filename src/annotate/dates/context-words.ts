import { type HashedWords, hashedWords } from './hash-table.js';
import { wordsOf } from './word-list.js';

/**
 * What a word says of a number or a date that stands beside it; a word may have several of these roles.
 */
export const ROLE = {
  /** After a number: it is counted or measured (`2/3 số phiếu`, `2018 người`). */
  Counted: 1,
  /** Before a number: it names or ranks something (`đường 3/2`, `Nghị định 41/2018`, `tỷ số 4-2`). */
  Numbered: 2,
  /** Before a number: an amount (`hơn 2/3`, `gần 2000`). */
  Approx: 4,
  /** Before an amount of time: a duration, not a clock (`kéo dài 2 giờ`). */
  Lasting: 8,
  /** Somewhere before a date: it may lie ahead. */
  Ahead: 16,
  /** Somewhere before a date: it lies ahead. */
  Planned: 32,
  /** After a unit of time: something else is meant (`3 tháng tuổi`, `2 tháng lương`). */
  Bound: 64,
  /** Before a weekday or a number: an ordinal (`lần thứ hai`). */
  Ordinal: 128,
  /** Before a bare `13-11` or number: it is a day. */
  Timely: 256,
  /** Before one unit of time: so much or so often in it (`hai lần một năm`). */
  Rate: 512,
  /** Before a feast: it is a time. */
  Occasion: 1024,
  /** After `trước` or `sau`: what lies after or before, so that an amount stands before it. */
  Event: 2048,
  /** Says nothing of a number but that it is not exact; the word before counts too. */
  Vaguely: 4096,
  Nothing: 8192,
} as const;

const ROLE_WORDS: Readonly<Record<keyof typeof ROLE, string>> = {
  Rate: `
    lần, đồng, usd, triệu, tỷ, tỉ, nghìn, ngàn, tấn, chuyến, buổi, giờ, euro, lượt, bữa, ca, kg`,
  Occasion: `
    dịp, nhân dịp, vào dịp, đêm, ngày, vào, trước, sau, đến, từ, trong, tới, sang, qua, hết, gần, sát, cận, áp, mùa, mùng, lễ,
    trước thềm, ra, cho đến, kỳ nghỉ, kỳ nghỉ lễ, nghỉ lễ, nghỉ`,
  Event: `
    loạt, quá trình, chiến dịch, đám cháy, vụ, vụ án, cuộc, trận, lễ, thảm hoạ, thảm họa, chiến tranh, sự kiện, đám cưới, tai nạn, vòng, đợt, bầu cử, khủng hoảng, động đất, sinh, phẫu thuật, sự, quyết định,
    ca, tốt nghiệp, nghỉ hưu, giao thừa, thềm, kỳ thi, kỳ, cái chết, thời điểm, giờ, khi, lúc, chuyến, hội nghị, đại hội, giải, mùa, tuyên bố, thông báo, cú, màn, buổi, phiên,
    lần, chiến thắng, thất bại, ly hôn, kết hôn, chia tay, cưới, phát hành, ra mắt, khi bị, cách mạng, giải phóng, thống nhất, bão, lũ, thượng đỉnh, sáp nhập`,
  /** Longer words that begin or end like one of the others, and say nothing. */
  Nothing: `toàn cầu, hoàn cầu, địa cầu, tài khoá, tài khóa, văn chương, cao cấp, song ca, tổ chức, trang điểm, lần lượt, trẻ trung, em gái, em trai, bản tin, con đường, nước này, đội tuyển, hãng tin, cái tết, nam bộ, nam định, nhà báo`,
  Vaguely: `khoảng, gần, hơn, chừng, tầm, độ, đúng, tròn, cả, những`,
  Timely: `
    quà, khủng bố, vụ, tức, mai, thảm kịch, sự kiện, thảm sát, chiến thắng, vào, từ, đến, hôm, ngày, kể từ, trước, sau, dịp, hạn, tính đến, cho đến, đêm, sáng, chiều, tối, trưa, khuya, rạng sáng, hồi,
    phiên, lễ, kỷ niệm, mừng, quốc khánh, hạn chót, hạn cuối, dịp nghỉ, nghỉ lễ, kỳ nghỉ, đợt nghỉ, nay, tới, trong, các ngày, hai ngày, thứ bảy, chủ nhật, thứ hai`,
  Counted: `
    số, người, điểm, phiếu, dân, dân số, thành viên, đại biểu, diện tích, tổng, tổng số, trong số, chiều dài, quãng đường, thời gian,
    giá trị, lượng, kg, tấn, hộ, vụ, bị cáo, bị can, xã, huyện, tỉnh, thành phố, quận, phường, cầu thủ, trận, ứng viên, ca, nước,
    quốc gia, trường hợp, công trình, dự án, ghế, doanh nghiệp, đội, bàn thắng, bàn, chỉ tiêu, tiêu chí, câu, mẫu, sản phẩm, khu vực,
    vốn, ngân sách, lực lượng, sức khoẻ, sức khỏe, thị phần, cổ phần, đơn vị, trường, học sinh, sinh viên, hiệp, chặng, vòng,
    nhân viên, công nhân, khách, hành khách, đồng chí, nghị sĩ, thượng nghị sĩ, bang, cơ thể, thế giới, cuộc đời, đường, con, cái,
    chiếc, xe, tàu, máy bay, căn, nhà, phòng, tầng, trái, quả, cây, loại, thuê bao, cổ phiếu, giao dịch, hạng mục, nhà máy, nhà thầu,
    ngôi nhà, khung giờ, bậc, thìa, chén, bát, cốc, muỗng, lít, ml, cm, mét, m, km, mm, ha, hecta, kmh, chức danh, quyền, danh sách,
    nội dung, hợp đồng, thời lượng, các, toàn bộ, tháp, tổ, thôn, bản, ấp, ngày công, nạn nhân, thí sinh, ngân hàng, cơ sở, hồ sơ,
    bài, tác phẩm, phim, tuyến, nhiệm vụ, kiến nghị, lô, container, toa, gói, món, ý kiến, cuộc, lần, kỳ, suất, bộ, tờ, giờ học, quân,
    binh sĩ, lính, chân, mắt, tay, ngón, răng, trẻ, em, bé, phụ nữ, nam, nữ, lao động, cán bộ, giáo viên, bác sĩ, bệnh nhân,
    bệnh viện, hồ, đập, cầu, đảo, khẩu, viên, quyển, cuốn, trang, chữ, từ khoá, kênh, video, bình luận, lượt, tài khoản, máy,
    thiết bị, điện thoại, chuyến, chuyến bay, hãng, công ty, cửa hàng, dòng, hàng, giống, hạt, lọ, hộp, chai, tập, phần, phần trăm,
    đô la, độ, độ c, sao, usd, vnd, euro, won, yên, đồng, tỷ, tỉ, triệu, nghìn, ngàn, trăm, vạn, cv, gb, mb, mw, kw, hp, mp, pixel,
    đô, bảng, nhân dân tệ, nhân tệ`,
  Numbered: `
    con đường, thcs, thpt, trường thcs, trường thpt, tiểu học, mầm non, ngụ, trú, số, đường, phố, hẻm, ngõ, ngách, kiệt, vòng, tỷ lệ, tỉ lệ, tỷ số, tỉ số, nghị định, quyết định, thông tư, nghị quyết, công văn,
    chỉ thị, luật số, điều, khoản, bằng, chiếm, hạng, tầng, thị lực, nhịp, quốc lộ, tỉnh lộ, thửa, lô, căn, phòng, mega, power,
    điện thoại, sđt, đt, hotline, biển số, biển kiểm soát, bks, phường, quận, khu phố, tổ, ấp, thôn, đội, lớp, khoá, khóa, cấp, trang,
    mã, kênh, bảng, nhà số, địa chỉ, cmnd, tập, chương, phần, bài, câu, đạt, thắng, thua, hoà, hòa, dẫn, dẫn trước, thắng lợi, chỉ,
    tới hơn, còn, fax, vành đai, km, chung cư, toà nhà, tòa nhà, kỳ thứ, cột mốc, xe, dòng, windows, đời,
    size, cỡ, ql, tl, hl, cấp độ, bậc, ngã, lần, ca, tập đoàn, quảng trường, cầu, công viên, trường, bệnh viện, sân vận động, nhà hát,
    khu đô thị, tiểu đoàn, sư đoàn, trung đoàn, lữ đoàn, đoàn`,
  Approx: `
    hơn, gần, trên, dưới, khoảng hơn, ngót, xấp xỉ, quá, lên đến, lên tới, mất đến, ít nhất, tối thiểu, tối đa, khoảng gần, những hơn, không quá, chưa đầy,
    chưa đến, chưa tới, gần như`,
  Lasting: `
    mất đến, mất tới, lên đến, lên tới, chưa đến, chưa tới, dài đến, hết đến, đến tận, sau, trong, trong vòng, kéo dài, suốt, mất, trong suốt, vòng, gần, hơn, trải qua, thêm, cách nhau, tù, án, ít nhất, tối đa,
    tối thiểu, liên tục, liền, đủ, tới, được, đã, chỉ, khoảng thời gian, thời gian, tổng cộng, ròng rã, hết, cách, tròn, phạt,
    tù giam, tổng, thời hạn, chưa đầy, không quá, mỗi`,
  Ahead: `
    sẽ, kế hoạch, thời hạn, kéo dài, hẹn, đến hết, tới hết, mục tiêu, phấn đấu, dự báo, chờ, định, hướng tới, lịch, lịch trình, mong,
    hứa, muốn, phải, có thể, yêu cầu, đề nghị, cần, hoàn thành`,
  Planned: `
    hạn, hạn nộp, dự kiến, chuẩn bị, sắp, dự định, dự tính, hạn chót, hạn cuối, chậm nhất, muộn nhất, từ nay, lên lịch, đếm ngược, theo lịch,
    sắp tới, kịp, ấn định`,
  Bound: `
    lương, tuổi, nhuận, thai, học, tài chính, ánh sáng, thứ, tuổi đời, âm`,
  Ordinal: `
    hành vi, vụ, vụ án, bị cáo, bị can, nghi phạm, nạn nhân, đối tượng, kỳ họp, phiên họp, hội nghị, đại hội, quốc gia, ngôn ngữ, lần thứ, thế hệ thứ, vị trí thứ, người thứ, đứng thứ, xếp thứ, hạng thứ, con thứ, bàn thứ, trận thứ, phút thứ, năm thứ, vòng thứ,
    thứ hạng, hiệp thứ, lần, việc, điều, thế hệ, vị trí, đứng, xếp, hạng, con, người, trận, phút, vòng, hiệp, kế hoạch, phương án,
    nhiệm kỳ, đứa, ngôi, lớn, đông, cao, sở hữu, chiếc, cuộc, tập, phần, kỳ, đời, bàn, tuần, tháng, tuổi, vợ, chồng, cô, anh, chị,
    thế giới, mục tiêu, lý do, nguyên nhân, giải pháp, yếu tố, vấn đề, câu hỏi, phát súng, quê hương`,
};

/** The words with their roles, added up. */
export function compileRoles(): HashedWords {
  const roles = new Map<string, number>();
  for (const role of Object.keys(ROLE_WORDS) as (keyof typeof ROLE)[]) {
    for (const word of wordsOf(ROLE_WORDS[role])) roles.set(word, (roles.get(word) ?? 0) | ROLE[role]);
  }
  return hashedWords(roles);
}
