"""Words that stand alone on a line where a player, a gallery or a picture was, in lower case."""

from __future__ import annotations

from typing import Final


def _lines(text: str) -> frozenset[str]:
    return frozenset(line.strip() for line in text.split(",") if line.strip())


VIDEO: Final = _lines("""
    video, videos, vidéo, vídeo, vídeos, видео, live video, youtube video, vimeo video, watch video, watch the video,
    watch this video, watch full video, watch the full video, play video, play the video, view video, see video, see
    the video, video player, videoplayer, video unavailable, video not available, vidéo indisponible, video no
    disponible, video loading, related video, related videos, featured video, top videos, video of the day, close,
    close dialog, close video, close modal, close modal dialog, close gallery, close transcript, watch now, watch
    live, watch again, watch this video again, watch next, play now, play again, play all, play audio, play slideshow,
    play gallery, play trailer, replay, replay video, skip ad, skip this ad, tap to unmute, click to unmute, unmute,
    mute, fullscreen, full screen, now playing, up next, autoplay, auto play, next video, previous video, more videos,
    more videos ..., must watch, just watched, view gallery, see gallery, open gallery, launch gallery, start gallery,
    photo gallery (click to open), view slideshow, launch slideshow, start slideshow, open the gallery, view photos,
    see photos, see more photos, view all photos, tap to play, click to play, click here to play, click to watch,
    click here to watch, click to play video, click here to watch the video, click to view gallery, das video
    abspielen, video abspielen, video ansehen, video starten, videos anzeigen, zum video, lire la vidéo, regarder la
    vidéo, voir la vidéo, ver vídeo, ver video, ver el video, ver el vídeo, reproducir vídeo, reproducir video,
    reproduzir vídeo, assista ao vídeo, guarda il video, riproduci video, смотреть видео, воспроизвести видео,
    видеозапись, odtwórz wideo, odtwórz film, obejrzyj wideo, wideo, videoyu izle, xem video, se video, se videoen,
    spill av, spill av video, spela video, spela upp, afspil, afspil video, bekijk video, bekijk de video, video
    bekijken, share this video, video will play in, embed code, copy link, copy url, video ad feedback, sponsored
    video, show captions, hide captions, show transcript, hide transcript, video quality, video settings, last slide
    next slide, previous next, prev next, previous slide, next slide, error loading player, seek to live, play/pause,
    exit fullscreen, picture-in-picture, listen live, listen now, play episode, chat with us in facebook messenger,
    replay more videos ...
""")  # fmt: skip
"""Players and galleries."""

PICTURE: Final = _lines("""
    photo, photos, photo:, photos:, picture, pictures, image, images:, image:, foto, fotos, foto:, fotos:, bild,
    bilder, bild:, bilder:, imagen, imágenes, imagen:, imagem, imagem:, imagens, immagine, immagini, ảnh, ảnh:, hình,
    фото, фото:, фотографии, снимка, снимка:, zdjęcie, zdjęcia, fotoğraf, fotoğraflar, görsel, photo gallery, image
    gallery, bildergalerie, fotostrecke, fotogalerie, fotogalería, galerie photo, galerie photos, fotogallery, galeria
    de fotos, galería de fotos, galeria zdjęć, bildstrecke, bildspel, bildserie, slideshow, diaporama, фотогалерея,
    foto galeri, chùm ảnh, image caption, media caption, hide caption, toggle caption, show caption, show caption hide
    caption, caption, captions, enlarge this image, enlarge this image toggle caption, enlarge image, enlarge, view
    image, view full size image, view larger image, click to enlarge, click image to enlarge, click on image to
    enlarge, bild vergrößern, bild in lightbox öffnen, agrandir l’image, agrandir l'image, ampliar imagen, ampliar
    foto, klik for at forstørre, klicka för att förstora, buy photo, buy this photo, photo credit, photo credit:,
    photo credits:, image credit, image credit:, image credits, credit:, credits:, file photo, file photo., (file
    photo), (file), symbolbild, (symbolbild), symbolfoto, archivbild, archivfoto, (archivbild), (archivfoto), foto de
    archivo, photo d’illustration, photo d'illustration, photo d'archives, foto: privat, illustrasjonsfoto, arkivfoto,
    arkivbild, image source, getty, © getty, photo illustration, featured image, header image, representational image,
    representative image, (representational image), image for representation, ảnh minh họa, ảnh minh hoạ, (ảnh minh
    họa), архивное фото, фото из архива, фото автора
""")  # fmt: skip
"""Pictures and picture galleries."""

TOOLS: Final = _lines("""
    print, drucken, imprimer, imprimir, stampa, afdrukken, распечатать, yazdır, skriv ut, udskriv, drukuj, in bản tin,
    cetak, tulosta, save, bookmark, bookmark this, translate, copied, copied!, read aloud, vorlesen, anhören, merken,
    artikel merken, listen, text to speech
""")  # fmt: skip
"""Buttons of a page."""
