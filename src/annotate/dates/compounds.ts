/** Compounds in which a time word speaks of no time: `sáng kiến`, `tối đa`, `chiều dài`, `tuần tra`. */
export const COMPOUNDS = `
  sáng kiến, sáng tạo, sáng lập, sáng tác, sáng chế, sáng suốt, sáng tỏ, sáng sủa, sáng giá, sáng bóng, ánh sáng, trong sáng, tươi
  sáng, tỏa sáng, soi sáng, chiếu sáng, thắp sáng, phát sáng, điểm sáng, khai sáng, sáng mắt, sáng loáng, sáng rực, sáng chói, sáng
  ngời, sáng tác giả, sáng lạn, sáng láng, vầng sáng, đèn sáng, bật sáng, bừng sáng, rực sáng, làm sáng tỏ, làm sáng, tối thiểu, tối
  đa, tối ưu, tối cao, tối tăm, tối mật, tối hậu, tối hậu thư, tối tân, tối giản, tối quan trọng, tối om, bóng tối, tăm tối, ăn tối,
  bữa tối, bữa trưa, bữa sáng, bữa chiều, bữa đêm, ăn sáng, ăn trưa, ăn chiều, ăn đêm, cơm trưa, cơm tối, cơm chiều, ngủ trưa, nghỉ
  trưa, tối cần thiết, tối thượng, tối huệ quốc, tối kỵ, u tối, đen tối, tối màu, tối đen, vùng tối, mảng tối, góc tối, chiều dài,
  chiều rộng, chiều cao, chiều sâu, chiều hướng, một chiều, hai chiều, trái chiều, ngược chiều, đa chiều, cùng chiều, nhiều chiều,
  chiều lòng, chiều chuộng, nuông chiều, chiều theo, ba chiều, chiều ngang, chiều dọc, chiều kích, chiều chồng, chiều vợ, chiều con,
  chiều ý, đúng chiều, chiều gió, đêm nhạc, đêm diễn, đêm chung kết, đêm thi, đêm hội, đêm gala, đêm bán kết, đêm trao giải, đêm
  công diễn, đêm thơ, đêm liveshow, đêm chung khảo, đêm tiệc, tuần tra, tuần hoàn, tuần dương, tuần dương hạm, tuần duyên, tuần lộc,
  tuần san, tuần báo, tuần thú, tuần trăng mật, tuần tự, tuần kiểm, tuần phủ, tuần phòng, chu tuần, ngày càng, ngày công, ngày xưa,
  ngày ngày, ngày trước, ngày một, ngày nọ, ngày hội, thứ trưởng, thứ tự, thứ yếu, thứ bậc, thứ cấp, thứ phẩm, thứ đó, thứ
  này, tháng lương, tháng tuổi, năm tuổi, quý khách, quý vị, quý giá, quý báu, quý hiếm, quý ông, quý bà, quý tộc, quý tử, quý nhân,
  quý bạn, quý trọng, quý mến, giờ chót, giờ g, giờ giấc, bấy giờ, giờ hành chính, giờ cao điểm, giờ học, giờ chơi, giờ làm, giờ
  vàng, trước mắt, trước tiên, trước hết, trước khi, trước khi đến, sau khi, sau cùng, sau này, sau
  đây, đầu tư, đầu mối, đầu óc, đầu người, đầu ra, đầu vào, đầu bếp, đầu đạn, đầu máy, đầu hàng, đầu đề, đầu độc, bắt đầu, lần đầu,
  dẫn đầu, đứng đầu, mở đầu, ban đầu, hàng đầu, cầm đầu, đối đầu, người đứng đầu, cuối bảng, trên đầu, ở giữa, giữa hai, đầu sách,
  tư nhân, tư vấn, tư pháp, tư duy, tư lệnh, tư thế, tư tưởng, tư cách, tư liệu, tư sản, tư bản, phút giây, giây phút, bóng đá nam,
  việt nam, nam bộ, cho từ trước từ trước tới nay, xưa nay, lâu nay, trước nay, từ xưa, cả ngày,
  suốt ngày, xuân trường, xuân phúc, thu hoạch, thu hồi, thu nhập, thu hút, thu thập, thu được, thu về, thu gom, thu tiền, thu giữ,
  thu phí, thu mua, thu ngân, thu xếp, đông đảo, đông người, đông á, đông nam, đông bắc, rất đông, đông đúc, phương đông, miền đông,
  biển đông, trung đông, cổ đông, đông y, đông dân, đông lạnh, hè phố, vỉa hè, bạn bè, ba má, ba mẹ, thứ hai là, thứ ba là, thứ tư
  là, lớp lang, hôm nào, ngày nào, năm nào, tháng nào, giờ nào, lúc nào, đêm nào, giờ đồng hồ nào, tiếng anh, tiếng việt, tiếng
  pháp, tiếng nga, tiếng nói, tiếng hàn, tiếng nhật, tiếng trung, tiếng đức, tiếng hoa, tiếng động, tiếng súng, tiếng nổ, tiếng
  cười, tiếng hát, tiếng khóc, tiếng kêu, tiếng ồn, tiếng tăm, tiếng vang, nổi tiếng, lên tiếng, danh tiếng, tai tiếng, tiếng la,
  tiếng đàn, tiếng trống, tiếng gọi, ngày tết, ngày xuân, ngày lễ, ngày nghỉ, ngày đầu, ngày cuối, ngày đêm, ngày thường, ngày sinh,
  ngày giỗ, đêm đêm, tháng năm qua, năm học, năm mới, nửa chừng, nửa vời, một nửa, cùng kỳ, cùng lúc, cùng thời điểm,
  cùng thời gian, thu phục, thu âm, thu hẹp, thu gọn, giao thừa thuế, mùa vụ, vụ việc, vụ án, vụ mùa, mùa màng, mùa giải, mùa mưa,
  qua lại, qua đời, qua đó, thông qua, trải qua, vượt qua, bỏ qua, trước sau, phía trước, phía sau, rồi lại, tới mức, tới nơi, mai
  sau, tương lai, mỗi người, từng người, hàng hoá, hàng hóa, hàng không, hàng hải, hàng xóm, ngân hàng, cửa hàng, nhà hàng, khách
  hàng, đơn hàng, bán hàng, giao hàng, mua hàng, hàng loạt, rằm rộ, thập phương, sau lưng, mặt trước, ngay trước, ngay sau, lần
  trước, lần sau, lần này, kỳ trước, thời hạn, thời này, trong khi`;
